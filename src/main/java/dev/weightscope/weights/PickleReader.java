package dev.weightscope.weights;

import dev.weightscope.model.Numbers;
import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import dev.weightscope.weights.Pickled.Entries;
import dev.weightscope.weights.Pickled.Flag;
import dev.weightscope.weights.Pickled.Global;
import dev.weightscope.weights.Pickled.Items;
import dev.weightscope.weights.Pickled.Nothing;
import dev.weightscope.weights.Pickled.Real;
import dev.weightscope.weights.Pickled.Text;
import dev.weightscope.weights.Pickled.View;
import dev.weightscope.weights.Pickled.Whole;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Goes through a pickle: those of Python's instructions (Lib/pickletools.py) that maps, lists,
/// texts, numbers and [TorchObjects] need. Every instruction takes a byte at least and makes one
/// value at most, so that memory is bounded by the pickle's size.
final class PickleReader {
    private static final int NEWEST = 5;

    /// Bytes of a whole number of any length that is told; longer ones say nothing of weights.
    private static final int LONGEST_WHOLE = 8;

    private final Source source;
    private final PickleBytes bytes;
    private final List<Pickled> stack = new ArrayList<>();

    /// Where in the stack marks stand.
    private final Deque<Integer> marks = new ArrayDeque<>();

    private final Map<Long, Pickled> memo = new HashMap<>();

    /// @param source for messages
    /// @param pickle its bytes
    private PickleReader(Source source, Source pickle) {
        this.source = source;
        this.bytes = new PickleBytes(source, pickle);
    }

    /// @throws Refusal if the pickle is damaged, or asks for what is not known
    static Pickled read(Source source, Source pickle) {
        return new PickleReader(source, pickle).result();
    }

    private Pickled result() {
        for (int code = bytes.u8(); code != '.'; code = bytes.u8()) {
            step(code);
        }
        return pop();
    }

    private void step(int code) {
        switch (code) {
            case 0x80 -> checkVersion(bytes.u8());
            case 0x95 -> bytes.skip(8); // how long a frame is
            case '(' -> marks.push(stack.size());
            case 'N' -> push(new Nothing());
            case 0x88 -> push(new Flag(true));
            case 0x89 -> push(new Flag(false));
            case 'K' -> push(new Whole(bytes.u8()));
            case 'M' -> push(new Whole(bytes.u16()));
            case 'J' -> push(new Whole((int) bytes.u32()));
            case 0x8a -> push(whole(bytes.u8()));
            case 'G' -> push(new Real(bytes.real()));
            case 'X', 'T' -> push(new Text(bytes.text(bytes.u32())));
            case 0x8c, 'U' -> push(new Text(bytes.text(bytes.u8())));
            case 'B' -> skipBytes(bytes.u32());
            case 'C' -> skipBytes(bytes.u8());
            case ']', 0x8f, ')' -> push(new Items(new ArrayList<>()));
            case '}' -> push(new Entries(new LinkedHashMap<>()));
            case 'a' -> add(List.of(pop()));
            case 'e', 0x90 -> add(popToMark());
            case 's' -> put(popMany(2));
            case 'u' -> put(popToMark());
            case 't' -> push(new Items(popToMark()));
            case 0x85, 0x86, 0x87 -> push(new Items(popMany(code - 0x84)));
            case 'h' -> push(known(bytes.u8()));
            case 'j' -> push(known(bytes.u32()));
            case 'q' -> memo.put((long) bytes.u8(), top());
            case 'r' -> memo.put(bytes.u32(), top());
            case 0x94 -> memo.put((long) memo.size(), top());
            case 'c' -> push(global(bytes.line(), bytes.line()));
            case 0x93 -> pushGlobal();
            case 'Q' -> push(made(TorchObjects.storage(pop()), "a storage"));
            case 'R', 0x81 -> call();
            case 'b' -> build();
            default ->
                    throw wrong(
                            "its pickle has the instruction 0x%02x, which no checkpoint needs"
                                    .formatted(code));
        }
    }

    private void checkVersion(int version) {
        if (version > NEWEST) {
            throw wrong("its pickle is of version " + version);
        }
    }

    private Pickled whole(int length) {
        long number = 0;
        for (int i = 0; i < length; i++) {
            long digit = bytes.u8();
            number |= i < LONGEST_WHOLE ? digit << (8 * i) : 0;
        }
        int unused = 8 * (LONGEST_WHOLE - length);
        return length > LONGEST_WHOLE
                ? new Nothing()
                : new Whole(length == 0 ? 0 : number << unused >> unused);
    }

    private void skipBytes(long length) {
        bytes.skip(length);
        push(new Nothing());
    }

    private void add(List<Pickled> items) {
        if (!(top() instanceof Items(List<Pickled> list))) {
            throw wrong("its pickle appends to what is no list");
        }
        list.addAll(items);
    }

    private void put(List<Pickled> keysAndValues) {
        if (!(top() instanceof Entries(Map<String, Pickled> entries))
                || keysAndValues.size() % 2 != 0) {
            throw wrong("its pickle sets entries of what is no map");
        }
        for (int i = 0; i < keysAndValues.size(); i += 2) {
            entries.put(key(keysAndValues.get(i)), keysAndValues.get(i + 1));
        }
    }

    private String key(Pickled key) {
        return switch (key) {
            case Text(String text) -> text;
            case Whole(long number) -> String.valueOf(number);
            case Real(double number) -> Numbers.plain(number);
            case Flag(boolean isTrue) -> isTrue ? "True" : "False";
            case Nothing _ -> "None";
            case Items _, Entries _, Global _, Pickled.Storage _, View _ ->
                    throw wrong("a map's key is no text and no number");
        };
    }

    private Pickled known(long number) {
        Pickled value = memo.get(number);
        if (value == null) {
            throw wrong("its pickle asks for a value that it has not kept");
        }
        return value;
    }

    private void pushGlobal() {
        List<Pickled> two = popMany(2);
        if (!(two.getFirst() instanceof Text(String module)
                && two.getLast() instanceof Text(String name))) {
            throw wrong("its pickle asks for what has no name");
        }
        push(global(module, name));
    }

    private Global global(String module, String name) {
        String path = module + "." + name;
        if (!TorchObjects.isKnown(path)) {
            throw source.refused(
                    "is a checkpoint of PyTorch that asks for %s, which is no map and no tensor but"
                                    .formatted(Quoted.value(path))
                            + " code, so it is not read; "
                            + OtherFiles.CONVERT_PICKLE);
        }
        return new Global(path);
    }

    private void call() {
        List<Pickled> two = popMany(2);
        if (!(two.getFirst() instanceof Global function
                && two.getLast() instanceof Items(List<Pickled> arguments))) {
            throw wrong("its pickle calls what is no function");
        }
        push(made(TorchObjects.call(function, arguments), function.path()));
    }

    private Pickled made(Optional<Pickled> value, String what) {
        return value.orElseThrow(
                () -> wrong("its pickle makes %s of what none is made of".formatted(what)));
    }

    /// Attributes of a map or of a tensor, which are not read.
    private void build() {
        pop();
        if (!(top() instanceof Entries || top() instanceof View)) {
            throw wrong("its pickle sets attributes of what has none");
        }
    }

    private void push(Pickled value) {
        stack.add(value);
    }

    private Pickled pop() {
        return popMany(1).getFirst();
    }

    private Pickled top() {
        checkAboveMark(1);
        return stack.getLast();
    }

    private List<Pickled> popMany(int count) {
        checkAboveMark(count);
        return taken(stack.size() - count);
    }

    private List<Pickled> popToMark() {
        if (marks.isEmpty()) {
            throw damaged();
        }
        return taken(marks.pop());
    }

    private List<Pickled> taken(int from) {
        List<Pickled> upper = stack.subList(from, stack.size());
        List<Pickled> taken = new ArrayList<>(upper);
        upper.clear();
        return taken;
    }

    private void checkAboveMark(int count) {
        int lowest = marks.isEmpty() ? 0 : marks.getFirst();
        if (stack.size() - lowest < count) {
            throw damaged();
        }
    }

    private Refusal damaged() {
        return wrong("its pickle takes more values than it has made");
    }

    private Refusal wrong(String what) {
        return source.refused(
                "is no valid checkpoint of PyTorch: %s; copy or download it again".formatted(what));
    }
}
