extension Gathering {
    /// When it was over: when somebody said so, or at midnight after its date when nobody did. Nil as long as it goes on.
    public func end(at now: Now) -> Instant? {
        if let endedAt = day.endedAt { return endedAt }
        guard let date = programme.facts?.date, now.date > date else { return nil }
        let days = now.date.dayNumber - date.dayNumber - 1
        return now.instant.adding(seconds: -(days * 86_400 + now.time.minutes * 60))
    }
}
