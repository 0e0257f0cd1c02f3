package dev.weightscope.export;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/// The colours of a whole animation, so that what does not move keeps its colour in every frame.
///
/// Colours that fill areas are kept as they are. Those between them, which smoothed edges and maps
/// of colours have, are divided into boxes that are as narrow as can be: again and again the box
/// whose colours lie farthest apart, counted by pixels, is cut at their mean (Wan, Wong and
/// Prusinkiewicz 1988, variance-based). A box is the mean of its colours.
final class GifPalette {
    /// One index is left for what does not change.
    static final int MOST_COLOURS = 255;

    /// As many as fill areas are kept as they are.
    private static final int KEPT = 96;

    /// Of looked-up colours; a picture has far fewer.
    private static final int MOST_KNOWN = 1 << 16;

    private final int[] colours;
    private final Map<Integer, Integer> known = new HashMap<>();

    private GifPalette(int[] colours) {
        this.colours = colours;
    }

    /// How many pixels have a colour.
    private record Counted(int rgb, long count) {
        int channel(int shift) {
            return (rgb >> shift) & 0xff;
        }
    }

    /// @param counts of pixels, by their colours, without opacity
    static GifPalette of(Map<Integer, Long> counts) {
        List<Counted> all =
                counts.entrySet().stream()
                        .map(each -> new Counted(each.getKey(), each.getValue()))
                        .sorted(
                                Comparator.comparingLong(Counted::count)
                                        .reversed()
                                        .thenComparingInt(Counted::rgb))
                        .toList();
        if (all.size() <= MOST_COLOURS) {
            return new GifPalette(all.stream().mapToInt(Counted::rgb).toArray());
        }
        List<Integer> colours = new ArrayList<>();
        all.subList(0, KEPT).forEach(each -> colours.add(each.rgb));
        PriorityQueue<Box> boxes =
                new PriorityQueue<>(Comparator.comparingDouble(Box::spread).reversed());
        boxes.add(Box.of(all.subList(KEPT, all.size())));
        while (boxes.size() < MOST_COLOURS - KEPT) {
            Box widest = boxes.remove();
            if (widest.spread == 0) {
                boxes.add(widest);
                break;
            }
            boxes.addAll(widest.cut());
        }
        boxes.forEach(box -> colours.add(box.mean()));
        return new GifPalette(colours.stream().mapToInt(Integer::intValue).toArray());
    }

    /// How many pixels have each colour.
    static Map<Integer, Long> counts(BufferedImage image) {
        Map<Integer, Long> counts = new HashMap<>();
        int width = image.getWidth();
        int[] row = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            int from = 0;
            for (int x = 1; x <= width; x++) {
                if (x == width || row[x] != row[from]) {
                    counts.merge(row[from] & 0xffffff, (long) (x - from), Long::sum);
                    from = x;
                }
            }
        }
        return counts;
    }

    /// By index; at most [#MOST_COLOURS].
    int[] colours() {
        return colours.clone();
    }

    /// The index of the nearest colour.
    int index(int rgb) {
        Integer found = known.get(rgb);
        if (found != null) {
            return found;
        }
        if (known.size() == MOST_KNOWN) {
            known.clear();
        }
        int nearest = nearest(rgb);
        known.put(rgb, nearest);
        return nearest;
    }

    private int nearest(int rgb) {
        int nearest = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < colours.length; i++) {
            int red = ((rgb >> 16) & 0xff) - ((colours[i] >> 16) & 0xff);
            int green = ((rgb >> 8) & 0xff) - ((colours[i] >> 8) & 0xff);
            int blue = (rgb & 0xff) - (colours[i] & 0xff);
            int distance = red * red + green * green + blue * blue;
            if (distance < least) {
                least = distance;
                nearest = i;
            }
        }
        return nearest;
    }

    /// Colours that may become one.
    ///
    /// @param shift of the channel in which they lie farthest apart
    /// @param spread their squared distances from the mean in it, summed over pixels
    private record Box(List<Counted> colours, int shift, double spread) {
        static Box of(List<Counted> colours) {
            Box widest = new Box(colours, 16, -1);
            for (int shift : new int[] {16, 8, 0}) {
                double mean = mean(colours, shift);
                double spread =
                        colours.stream()
                                .mapToDouble(each ->
                                        each.count
                                                * (each.channel(shift) - mean)
                                                * (each.channel(shift) - mean))
                                .sum();
                if (spread > widest.spread) {
                    widest = new Box(colours, shift, spread);
                }
            }
            return widest;
        }

        /// Both have colours, since these lie apart.
        List<Box> cut() {
            double mean = mean(colours, shift);
            return List.of(
                    of(colours.stream().filter(each -> each.channel(shift) <= mean).toList()),
                    of(colours.stream().filter(each -> each.channel(shift) > mean).toList()));
        }

        int mean() {
            return (Math.toIntExact(Math.round(mean(colours, 16))) << 16)
                    | (Math.toIntExact(Math.round(mean(colours, 8))) << 8)
                    | Math.toIntExact(Math.round(mean(colours, 0)));
        }

        private static double mean(List<Counted> colours, int shift) {
            double sum = 0;
            long pixels = 0;
            for (Counted each : colours) {
                sum += (double) each.count * each.channel(shift);
                pixels += each.count;
            }
            return sum / pixels;
        }
    }
}
