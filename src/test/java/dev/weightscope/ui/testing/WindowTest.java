package dev.weightscope.ui.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/// The test of a window: it has the toolkit, see [WindowExtension], and has it alone, as all such
/// tests share one stage, one focus and one mouse. Tests of all else run beside it.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(WindowExtension.class)
@ResourceLock("the toolkit's stage")
@Order(1)
public @interface WindowTest {}
