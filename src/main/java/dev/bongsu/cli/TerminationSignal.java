package dev.bongsu.cli;

import java.lang.reflect.Proxy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes SIGTERM end the bot with status 0 after the shutdown hooks, instead of the JVM's 143,
/// which supervisors take for a failure.
///
/// `sun.misc.Signal` is the JDK's only way to handle a signal. It is reached by reflection because
/// the compiler's warning about it cannot be turned off.
final class TerminationSignal {
  private static final Logger LOG = LoggerFactory.getLogger(TerminationSignal.class);

  private TerminationSignal() {}

  static void exitWithZero() {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object exit =
          Proxy.newProxyInstance(
              TerminationSignal.class.getClassLoader(),
              new Class<?>[] {handler},
              (_, _, _) -> {
                System.exit(0);
                throw new IllegalStateException("exited");
              });
      Object term = signal.getConstructor(String.class).newInstance("TERM");
      signal.getMethod("handle", signal, handler).invoke(null, term, exit);
    } catch (ReflectiveOperationException | RuntimeException e) {
      // such as java -Xrs, which keeps signals from Java
      LOG.info("SIGTERM will end with status 143: {}", e.toString());
    }
  }
}
