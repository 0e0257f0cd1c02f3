package dev.weightscope.weights;

import dev.weightscope.weights.Pickled.Entries;
import dev.weightscope.weights.Pickled.Global;
import dev.weightscope.weights.Pickled.Items;
import dev.weightscope.weights.Pickled.Nothing;
import dev.weightscope.weights.Pickled.Storage;
import dev.weightscope.weights.Pickled.Text;
import dev.weightscope.weights.Pickled.View;
import dev.weightscope.weights.Pickled.Whole;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The names that PyTorch's own reader of weights alone (`torch.load(..., weights_only=True)`)
/// knows and that tensors and maps are made of. Each makes a [Pickled]; nothing is executed.
final class TorchObjects {
    /// By the name of a storage; `UntypedStorage` is bytes.
    private static final Map<String, String> STORAGES =
            Map.ofEntries(
                    Map.entry("DoubleStorage", "float64"),
                    Map.entry("FloatStorage", "float32"),
                    Map.entry("HalfStorage", "float16"),
                    Map.entry("BFloat16Storage", "bfloat16"),
                    Map.entry("LongStorage", "int64"),
                    Map.entry("IntStorage", "int32"),
                    Map.entry("ShortStorage", "int16"),
                    Map.entry("CharStorage", "int8"),
                    Map.entry("ByteStorage", "uint8"),
                    Map.entry("UntypedStorage", "uint8"),
                    Map.entry("BoolStorage", "bool"),
                    Map.entry("ComplexDoubleStorage", "complex128"),
                    Map.entry("ComplexFloatStorage", "complex64"),
                    Map.entry("QUInt8Storage", "quint8"),
                    Map.entry("QInt8Storage", "qint8"),
                    Map.entry("QInt32Storage", "qint32"),
                    Map.entry("QUInt4x2Storage", "quint4x2"),
                    Map.entry("QUInt2x4Storage", "quint2x4"));

    private static final Set<String> DTYPES =
            Arrays.stream(ElementType.values()).map(ElementType::key).collect(Collectors.toSet());

    private static final Set<String> OTHERS =
            Set.of(
                    "collections.OrderedDict",
                    "collections.Counter",
                    "torch._utils._rebuild_tensor",
                    "torch._utils._rebuild_tensor_v2",
                    "torch._utils._rebuild_tensor_v3",
                    "torch._utils._rebuild_parameter",
                    "torch._utils._rebuild_parameter_with_state",
                    "torch._tensor._rebuild_from_type_v2",
                    "torch.nn.parameter.Parameter",
                    "torch.nn.parameter.Buffer",
                    "torch.Tensor",
                    "torch.Size",
                    "torch.device",
                    "torch.complex32",
                    "torch.complex64",
                    "torch.complex128",
                    "torch.strided",
                    "torch.serialization._get_layout",
                    "_codecs.encode",
                    "__builtin__.bytearray",
                    "builtins.bytearray",
                    "__builtin__.set",
                    "builtins.set");

    /// Of a tensor.
    private static final int MOST_DIMENSIONS = 64;

    private TorchObjects() {}

    /// @param path module and name
    static boolean isKnown(String path) {
        return OTHERS.contains(path)
                || storedDtype(path).isPresent()
                || (path.startsWith("torch.") && DTYPES.contains(lastName(path)));
    }

    private static Optional<String> storedDtype(String path) {
        return path.matches("torch\\.(cuda\\.|storage\\.)?[A-Za-z0-9]+")
                ? Optional.ofNullable(STORAGES.get(lastName(path)))
                : Optional.empty();
    }

    private static String lastName(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /// What a call makes; empty where its arguments are not those of a checkpoint.
    static Optional<Pickled> call(Global function, List<Pickled> arguments) {
        return switch (function.path()) {
            case "collections.OrderedDict", "collections.Counter" -> map(arguments);
            case "torch._utils._rebuild_tensor", "torch._utils._rebuild_tensor_v2" ->
                    atLeast(4, arguments).flatMap(TorchObjects::view);
            case "torch._utils._rebuild_tensor_v3" ->
                    atLeast(7, arguments).flatMap(TorchObjects::viewOfBytes);
            case "torch._utils._rebuild_parameter", "torch._utils._rebuild_parameter_with_state" ->
                    first(arguments).filter(each -> each instanceof View);
            case "torch._tensor._rebuild_from_type_v2" ->
                    atLeast(3, arguments).flatMap(TorchObjects::ofType);
            case "torch.Size", "builtins.set", "__builtin__.set" ->
                    first(arguments).filter(each -> each instanceof Items);
            case "torch.device",
                    "torch.serialization._get_layout",
                    "_codecs.encode",
                    "builtins.bytearray",
                    "__builtin__.bytearray" ->
                    Optional.of(new Nothing());
            default -> Optional.empty();
        };
    }

    /// The numbers that a persistent id means: `("storage", type, key, place, count)`.
    static Optional<Pickled> storage(Pickled id) {
        return id instanceof Items(List<Pickled> parts)
                        && parts.size() >= 5
                        && parts.get(1) instanceof Global(String path)
                        && parts.get(2) instanceof Text(String key)
                        && parts.get(4) instanceof Whole(long count)
                        && count >= 0
                ? storedDtype(path).map(dtype -> new Storage(dtype, key, count))
                : Optional.empty();
    }

    private static Optional<List<Pickled>> atLeast(int count, List<Pickled> arguments) {
        return Optional.of(arguments).filter(each -> each.size() >= count);
    }

    private static Optional<Pickled> first(List<Pickled> arguments) {
        return arguments.stream().findFirst();
    }

    /// Of nothing, or the map that is given: no copy, of which a pickle could ask for any number.
    private static Optional<Pickled> map(List<Pickled> arguments) {
        return arguments.isEmpty()
                ? Optional.of(new Entries(new LinkedHashMap<>()))
                : first(arguments).filter(each -> each instanceof Entries);
    }

    private static Optional<Pickled> view(List<Pickled> arguments) {
        return arguments.getFirst() instanceof Storage storage
                ? view(storage, storage.dtype(), arguments)
                : Optional.empty();
    }

    /// Types newer than storages are told beside a storage of bytes.
    private static Optional<Pickled> viewOfBytes(List<Pickled> arguments) {
        return arguments.getFirst() instanceof Storage storage
                        && arguments.get(6) instanceof Global(String path)
                        && path.startsWith("torch.")
                ? view(storage, lastName(path), arguments)
                : Optional.empty();
    }

    private static Optional<Pickled> view(Storage storage, String dtype, List<Pickled> arguments) {
        return arguments.get(1) instanceof Whole(long offset)
                ? numbers(arguments.get(2))
                        .flatMap(shape ->
                                numbers(arguments.get(3))
                                        .map(strides ->
                                                new View(storage, dtype, offset, shape, strides)))
                : Optional.empty();
    }

    private static Optional<List<Long>> numbers(Pickled value) {
        if (!(value instanceof Items(List<Pickled> items)) || items.size() > MOST_DIMENSIONS) {
            return Optional.empty();
        }
        List<Long> numbers = new ArrayList<>();
        for (Pickled item : items) {
            if (!(item instanceof Whole(long number))) {
                return Optional.empty();
            }
            numbers.add(number);
        }
        return Optional.of(numbers);
    }

    /// A tensor with attributes of its own, which are not read: `(function, type, arguments,
    /// state)`.
    private static Optional<Pickled> ofType(List<Pickled> arguments) {
        return arguments.getFirst() instanceof Global function
                        && arguments.get(2) instanceof Items(List<Pickled> own)
                        && !function.path().endsWith("._rebuild_from_type_v2")
                ? call(function, own).filter(each -> each instanceof View)
                : Optional.empty();
    }
}
