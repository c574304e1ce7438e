/**
 * Disposable databases of a given engine and version: embedded servers whose binaries are resolved from the user's
 * Maven repositories at run time, or containers. A {@link dev.plumbline.sandbox.Sandbox} is a target like any other
 * once it runs; nobody else knows how it was started.
 */
@NullMarked
package dev.plumbline.sandbox;

import org.jspecify.annotations.NullMarked;
