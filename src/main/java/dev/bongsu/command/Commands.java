package dev.bongsu.command;

/// What does the commands, each with its few.
public record Commands(
    SubscriptionCommands subscriptions, FeedCommands feeds, SearchCommands searches) {}
