package dev.bongsu.cli;

import dev.bongsu.delivery.DeadLetterStore;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Whether something could not be delivered.
///
/// @param deadLetters empty as long as there is no database
public record DeliveriesCheck(Supplier<Optional<DeadLetterStore>> deadLetters)
    implements DoctorCheck {
  @Override
  public String name() {
    return "deliveries";
  }

  @Override
  public List<Finding> findings() {
    int dead = deadLetters.get().map(store -> store.all().size()).orElse(0);
    return List.of(
        dead == 0
            ? Finding.passed(name(), "none was given up")
            : Finding.failed(
                name(),
                "%d were given up".formatted(dead),
                "see why with: deadletters; mend the cause, then: deadletters replay ID..."));
  }
}
