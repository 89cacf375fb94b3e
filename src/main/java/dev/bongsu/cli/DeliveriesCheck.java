package dev.bongsu.cli;

import dev.bongsu.delivery.DeadLetterStore;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Whether there are dead letters.
///
/// @param deadLetters empty if there is no database
record DeliveriesCheck(Supplier<Optional<DeadLetterStore>> deadLetters) implements DoctorCheck {
  @Override
  public String name() {
    return "deliveries";
  }

  @Override
  public List<Finding> findings() {
    int dead = deadLetters.get().map(store -> store.all().size()).orElse(0);
    return List.of(
        dead == 0
            ? Finding.passed(name(), "no dead letters")
            : Finding.failed(
                name(),
                "%d dead letters".formatted(dead),
                "see the reasons with: deadletters; fix the cause, then: deadletters replay"
                    + " ID..."));
  }
}
