package dev.weightscope.kernel;

/// The module that the vector form is written with, which a process need not have when it starts.
///
/// As long as the module incubates, a JVM that is started with it (`--add-modules`) makes its graph
/// of modules anew and takes neither linked classes nor profiles from a cache that was made ahead
/// of time (JDK 25): twice the processor time until the window shows its first picture. So the
/// packaged program is started without it, and it is loaded when vectors are first needed, in the
/// way that the JVM has for `jdk.management.agent`: `Modules.loadModule`. That is the JDK's own,
/// open to the program by `--add-exports java.base/jdk.internal.module=ALL-UNNAMED` alone.
final class VectorModule {
    static final String NAME = "jdk.incubator.vector";

    private static final boolean PRESENT =
            ModuleLayer.boot().findModule(NAME).isPresent() || isLoaded();

    private VectorModule() {}

    /// Whether this process has the module; loads it where it can be.
    static boolean isPresent() {
        return PRESENT;
    }

    private static boolean isLoaded() {
        try {
            Class.forName("jdk.internal.module.Modules")
                    .getMethod("loadModule", String.class)
                    .invoke(null, NAME);
            return true;
        } catch (ReflectiveOperationException _) {
            return false; // closed to the program, or a runtime without the module
        }
    }
}
