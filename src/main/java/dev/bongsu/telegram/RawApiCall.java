package dev.bongsu.telegram;

import com.fasterxml.jackson.annotation.JsonValue;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.exceptions.TelegramApiValidationException;

/// A method of the Bot API whose answer stays raw JSON.
///
/// The library's types would reject a whole batch of updates for one unexpected field, and treat a
/// message as unsent if its receipt lacks a field that nobody reads.
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
