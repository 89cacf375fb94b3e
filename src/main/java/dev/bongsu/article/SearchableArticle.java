package dev.bongsu.article;

import dev.bongsu.feed.FeedId;
import java.time.Instant;

/// An article with a searchable text.
///
/// @param ownPage false if other entries share its link, such as the address of the feed's site
/// @param effectiveTime the time for sorting: when it was first seen; for articles of the first
///   poll their own plausible date
/// @param seen when it was first seen
/// @param textReady when its text became final
public record SearchableArticle(
    Article article,
    FeedId feed,
    boolean ownPage,
    Instant effectiveTime,
    Instant seen,
    Instant textReady) {}
