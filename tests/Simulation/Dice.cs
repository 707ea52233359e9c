namespace Indenture.Tests.Simulation;

/// <summary>Every choice of a simulated life, from one seed.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>True so many times in a hundred.</summary>
    public bool Percent(int percent) => _random.Next(100) < percent;

    /// <summary>Both inclusive.</summary>
    public int Between(int from, int to) => _random.Next(from, to + 1);

    public long Upto(long most) => most <= 0 ? 0 : _random.NextInt64(most + 1);

    public T Of<T>(params IReadOnlyList<T> all) => all[_random.Next(all.Count)];

    /// <summary>One of them by its weight.</summary>
    public T Weighted<T>(IReadOnlyList<(int Weight, T Value)> all)
    {
        var at = _random.Next(all.Sum(a => a.Weight));
        foreach (var (weight, value) in all)
            if ((at -= weight) < 0) return value;
        throw new InvalidOperationException("No weight is above zero.");
    }

    public T[] Shuffled<T>(IEnumerable<T> all)
    {
        var array = all.ToArray();
        _random.Shuffle(array);
        return array;
    }
}
