package dev.bongsu.article;

import dev.bongsu.feed.FeedId;
import java.time.Instant;

/// An article whose text is there to be searched.
///
/// @param secret whether only the keepers of its feed may see it
/// @param ownPage false if its link is shared with other entries, as that of a feed's site is
/// @param effectiveTime when it was news: for what was there at the first poll its own date if that
///   is believable, else when it was first seen
/// @param textReady when its text became what it is
public record SearchableArticle(
    Article article,
    FeedId feed,
    boolean secret,
    boolean ownPage,
    Instant effectiveTime,
    Instant textReady) {}
