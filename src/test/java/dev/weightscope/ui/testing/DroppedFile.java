package dev.weightscope.ui.testing;

import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.TKClipboard;
import java.io.File;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/// A file that is dragged over a node and dropped there, as from a file manager: the toolkit makes
/// no such gesture without a desktop.
public final class DroppedFile {
    private DroppedFile() {}

    /// On the toolkit's thread.
    ///
    /// @return whether the node takes files
    public static boolean on(Node node, Path file) {
        Dragboard board = DragboardHelper.createDragboard(holding(file.toFile()));
        DragEvent over = event(DragEvent.DRAG_OVER, board, node);
        Event.fireEvent(node, over);
        if (!over.isAccepted()) {
            return false;
        }
        Event.fireEvent(node, event(DragEvent.DRAG_DROPPED, board, node));
        return true;
    }

    private static DragEvent event(
            javafx.event.EventType<DragEvent> type, Dragboard board, Node target) {
        return new DragEvent(type, board, 5, 5, 5, 5, TransferMode.COPY, null, target, null);
    }

    private static TKClipboard holding(File file) {
        return (TKClipboard)
                Proxy.newProxyInstance(
                        TKClipboard.class.getClassLoader(),
                        new Class<?>[] {TKClipboard.class},
                        (_, method, arguments) ->
                                switch (method.getName()) {
                                    case "getContentTypes" -> Set.of(DataFormat.FILES);
                                    case "hasContent" -> DataFormat.FILES.equals(arguments[0]);
                                    case "getContent" -> List.of(file);
                                    case "getTransferModes" -> EnumSet.of(TransferMode.COPY);
                                    default ->
                                            throw new UnsupportedOperationException(
                                                    method.getName());
                                });
    }
}
