namespace Indenture.Documents;

/// <summary>The longest common run of items of two lists, in order: what a comparison keeps, so that the rest was added or removed.</summary>
internal static class Alignment
{
    /// <summary>Two stretches whose lengths multiply to more than this are first parted at items that stand once in each.</summary>
    private const int LargestTable = 1 << 20;

    /// <summary>How often a stretch is parted before the rest of it counts as different: time stays linear whatever the lists hold.</summary>
    private const int Partings = 40;

    /// <summary>Pairs of equal items, ascending on both sides.</summary>
    public static IReadOnlyList<(int First, int Second)> Of<T>(IReadOnlyList<T> first, IReadOnlyList<T> second) where T : notnull
    {
        var numbers = new Dictionary<T, int>();
        var a = Numbered(first, numbers);
        var b = Numbered(second, numbers);
        var common = new List<(int First, int Second)>();
        var open = new Stack<(int A, int EndA, int B, int EndB, int Partings)>();
        open.Push((0, a.Length, 0, b.Length, 0));
        while (open.TryPop(out var range))
        {
            var (fromA, endA, fromB, endB, partings) = range;
            for (; fromA < endA && fromB < endB && a[fromA] == b[fromB]; fromA++, fromB++) common.Add((fromA, fromB));
            for (; fromA < endA && fromB < endB && a[endA - 1] == b[endB - 1]; endA--, endB--) common.Add((endA - 1, endB - 1));
            if (fromA == endA || fromB == endB) continue;
            if ((long)(endA - fromA) * (endB - fromB) <= LargestTable) { ByTable(a, fromA, endA, b, fromB, endB, common); continue; }
            if (partings == Partings) continue;
            var (lastA, lastB) = (fromA, fromB);
            var anchors = Anchors(a, fromA, endA, b, fromB, endB);
            if (anchors.Count == 0) continue;
            foreach (var (atA, atB) in anchors)
            {
                common.Add((atA, atB));
                open.Push((lastA, atA, lastB, atB, partings + 1));
                (lastA, lastB) = (atA + 1, atB + 1);
            }
            open.Push((lastA, endA, lastB, endB, partings + 1));
        }
        common.Sort();
        return common;
    }

    private static int[] Numbered<T>(IReadOnlyList<T> items, Dictionary<T, int> numbers) where T : notnull
    {
        var list = new int[items.Count];
        for (var i = 0; i < list.Length; i++)
        {
            if (!numbers.TryGetValue(items[i], out var number)) numbers.Add(items[i], number = numbers.Count);
            list[i] = number;
        }
        return list;
    }

    private static void ByTable(int[] a, int fromA, int endA, int[] b, int fromB, int endB, List<(int, int)> common)
    {
        var (rows, columns) = (endA - fromA, endB - fromB);
        var longest = new int[rows + 1, columns + 1];
        for (var i = rows - 1; i >= 0; i--)
            for (var j = columns - 1; j >= 0; j--)
                longest[i, j] = a[fromA + i] == b[fromB + j] ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
        for (int i = 0, j = 0; i < rows && j < columns;)
        {
            if (a[fromA + i] == b[fromB + j]) common.Add((fromA + i++, fromB + j++));
            else if (longest[i + 1, j] >= longest[i, j + 1]) i++;
            else j++;
        }
    }

    /// <summary>Items that stand once on each side, of them the longest run that ascends on both.</summary>
    private static List<(int A, int B)> Anchors(int[] a, int fromA, int endA, int[] b, int fromB, int endB)
    {
        var placesB = Once(b, fromB, endB);
        var once = Once(a, fromA, endA).Where(p => p.Value >= 0 && placesB.TryGetValue(p.Key, out var at) && at >= 0)
            .Select(p => (A: p.Value, B: placesB[p.Key])).OrderBy(p => p.A).ToList();
        // The last item of the best run of each length; a longer run ends later.
        var ends = new List<int>();
        var before = new int[once.Count];
        for (var i = 0; i < once.Count; i++)
        {
            var (low, high) = (0, ends.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (once[ends[middle]].B < once[i].B) low = middle + 1; else high = middle;
            }
            before[i] = low > 0 ? ends[low - 1] : -1;
            if (low == ends.Count) ends.Add(i); else ends[low] = i;
        }
        var run = new List<(int, int)>();
        for (var i = ends.Count > 0 ? ends[^1] : -1; i >= 0; i = before[i]) run.Add(once[i]);
        run.Reverse();
        return run;
    }

    /// <summary>The place of each item; -1 for one that stands more than once.</summary>
    private static Dictionary<int, int> Once(int[] items, int from, int end)
    {
        var places = new Dictionary<int, int>();
        for (var i = from; i < end; i++)
            if (!places.TryAdd(items[i], i)) places[items[i]] = -1;
        return places;
    }
}
