package dev.bongsu.slack;

import com.slack.api.methods.SlackApiException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// One call of Slack's Web API.
@FunctionalInterface
interface SlackCall<T extends @Nullable Object> {
  T execute() throws IOException, SlackApiException;
}
