namespace Indenture.Core;

/// <summary>
/// The calendars that one rule names; a day is open only where all of them are open. A set is what was agreed;
/// the calendars resolve it to days. "Business day" without a set does not exist here.
/// </summary>
public sealed record CalendarSet
{
    /// <summary>Names in the order given, each once.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Throws for no name at all; a name twice counts once.</summary>
    public CalendarSet(params IEnumerable<string> names)
    {
        Names = [.. names.Distinct()];
        if (Names.Count == 0) throw new ArgumentException("A calendar set names at least one calendar; \"None\" is open every day.");
    }

    /// <summary>The same names in the same order.</summary>
    public bool Equals(CalendarSet? other) => other is not null && Names.SequenceEqual(other.Names);

    /// <summary>Agrees with equality.</summary>
    public override int GetHashCode() => Names.Aggregate(0, HashCode.Combine);

    /// <summary>"NewYork+London".</summary>
    public override string ToString() => string.Join("+", Names);
}
