namespace Indenture.Core;

/// <summary>A body of calendars by name, never changed: adding to it makes another, with other versions.</summary>
public sealed class Calendars
{
    private static readonly Lazy<Calendars> Included = new(ReadIncluded);

    private readonly IReadOnlyDictionary<string, CalendarDefinition> _calendars;

    private Calendars(IReadOnlyDictionary<string, CalendarDefinition> calendars) => _calendars = calendars;

    /// <summary>The calendars that come with the program: NewYork, London, Tokyo, TARGET, USSettlement, USGovernmentSecurities, Weekends, None.</summary>
    public static Calendars Standard => Included.Value;

    /// <summary>In the order of their names.</summary>
    public IReadOnlyList<CalendarDefinition> All => [.. _calendars.Values.OrderBy(c => c.Name, StringComparer.Ordinal)];

    /// <summary>
    /// These calendars with those of a text: "calendar NAME" adds one, "amend NAME" adds closures, openings, rules or covered days to one. Refused
    /// CALENDAR-MALFORMED with the line, CALENDAR-EXISTS, or CALENDAR-UNKNOWN.
    /// </summary>
    public Outcome<Calendars> With(string text, string file) => CalendarText.Read(text, file, _calendars).Map(all => new Calendars(all));

    /// <summary>The days on which every calendar of the set is open. Refused CALENDAR-UNKNOWN naming those that are known.</summary>
    public Outcome<JointCalendar> Resolve(CalendarSet set)
    {
        var members = new List<CalendarDefinition>();
        foreach (var name in set.Names)
        {
            if (!_calendars.TryGetValue(name, out var calendar)) return CalendarText.Unknown(name, _calendars.Keys);
            members.Add(calendar);
        }
        return new JointCalendar(set, members);
    }

    private static Calendars ReadIncluded()
    {
        var known = new Calendars(new Dictionary<string, CalendarDefinition>());
        var assembly = typeof(Calendars).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames().Where(n => n.EndsWith(".calendar", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            known = known.With(reader.ReadToEnd(), resource).Require();
        }
        return known;
    }
}
