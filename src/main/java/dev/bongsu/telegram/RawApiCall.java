package dev.bongsu.telegram;

import com.fasterxml.jackson.annotation.JsonValue;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.exceptions.TelegramApiValidationException;

/// A method of the Bot API whose answer is kept as it came.
///
/// The library's own types would refuse a whole batch of updates for one odd field in one of them,
/// and take a message for unsent because its receipt lacks something that nobody reads.
final class RawApiCall extends BotApiMethod<String> {
  private final BotApiMethod<?> method;

  RawApiCall(BotApiMethod<?> method) {
    this.method = method;
  }

  @JsonValue
  BotApiMethod<?> method() {
    return method;
  }

  @Override
  public String getMethod() {
    return method.getMethod();
  }

  @Override
  public void validate() throws TelegramApiValidationException {
    method.validate();
  }

  @Override
  public String deserializeResponse(String answer) {
    return answer;
  }
}
