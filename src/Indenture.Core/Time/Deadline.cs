using System.Globalization;

namespace Indenture.Core;

/// <summary>Why a local time is not turned into an instant.</summary>
public enum DeadlineRefusal
{
    /// <summary>The zone data has no zone of that name.</summary>
    ZoneUnknown,
}

/// <summary>The zones of one edition of the time zone data. Core reads no files: whoever calls it hands the data in.</summary>
/// <param name="Version">The edition: "2025b".</param>
/// <param name="Find">The zone of an IANA name; null where the edition has none.</param>
public sealed record ZoneData(string Version, Func<string, TimeZoneInfo?> Find);

/// <summary>
/// A local time of a day in a zone, with the instant it was resolved to and the edition of the zone data that resolved it. The words (day, time, zone)
/// are what was agreed; the instant is frozen with them and never resolved again.
/// </summary>
/// <param name="Day">Local to the zone.</param>
/// <param name="Time">Local to the zone.</param>
/// <param name="Zone">IANA: "Europe/London".</param>
/// <param name="Instant">In UTC. What is done at this very instant is in time: "at or prior to".</param>
/// <param name="ZoneVersion">The edition of the zone data.</param>
public sealed record Deadline(DateOnly Day, TimeOnly Time, string Zone, DateTimeOffset Instant, string ZoneVersion)
{
    /// <summary>
    /// Refused ZONE-UNKNOWN. A local time that a clock change skips is taken as much later as the clock jumped, one that it repeats as the first of the
    /// two: nobody loses an hour that the zone took away, and nobody gains one.
    /// </summary>
    public static Outcome<Deadline> Of(DateOnly day, TimeOnly time, string zone, ZoneData zones)
    {
        if (zones.Find(zone) is not { } info) return Refusal.Of(DeadlineRefusal.ZoneUnknown, $"The time zone data {zones.Version} has no zone \"{zone}\"; a zone is named as Europe/London.");
        var local = day.ToDateTime(time);
        var offset = info.IsAmbiguousTime(local) ? info.GetAmbiguousTimeOffsets(local).Max()
            : info.IsInvalidTime(local) ? info.GetUtcOffset(local.AddDays(-1)) // the offset before the clock jumped
            : info.GetUtcOffset(local);
        return new Deadline(day, time, zone, new DateTimeOffset(local, offset).ToUniversalTime(), zones.Version);
    }

    /// <summary>True after the instant, not at it.</summary>
    public bool IsPassedAt(DateTimeOffset at) => at > Instant;

    /// <summary>"2006-10-27 10:00 Europe/London (09:00Z)".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Day:yyyy-MM-dd} {Time:HH\\:mm} {Zone} ({Instant:HH\\:mm}Z)");
}

/// <summary>A rule for a deadline: so many business days, of these calendars, before a date, at a local time in a zone.</summary>
public sealed record DeadlineRule(int BusinessDaysBefore, JointCalendar Calendar, TimeOnly Time, string Zone)
{
    /// <summary>The deadline before a date, resolved by the edition of the zone data. Refused ZONE-UNKNOWN.</summary>
    public Outcome<Deadline> Before(DateOnly date, ZoneData zones) => Deadline.Of(Calendar.AddBusinessDays(date, -BusinessDaysBefore), Time, Zone, zones);

    /// <summary>"2 London+NewYork business days before, at 10:00 Europe/London".</summary>
    public override string ToString() => $"{BusinessDaysBefore} {Calendar} business days before, at {Time:HH\\:mm} {Zone}";
}
