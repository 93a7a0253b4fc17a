namespace Sasr.Arena.Scripting.Supervision;

/// <summary>Which scripts a worker has loaded, and which of them it may forget.</summary>
internal sealed class ScriptCache(int capacity)
{
    private readonly LinkedList<string> _order = [];
    private readonly Dictionary<string, LinkedListNode<string>> _nodes = [];

    /// <summary>Marks the script as used now.</summary>
    /// <returns>Whether the worker has it.</returns>
    public bool Touch(string key)
    {
        if (!_nodes.TryGetValue(key, out LinkedListNode<string>? node))
            return false;
        if (node != _order.Last)
        {
            _order.Remove(node);
            _order.AddLast(node);
        }
        return true;
    }

    /// <summary>Counts the script among the loaded ones.</summary>
    /// <returns>The script that must go in exchange; null where there is room.</returns>
    public string? Add(string key)
    {
        _nodes[key] = _order.AddLast(key);
        if (_nodes.Count <= capacity)
            return null;
        string oldest = _order.First!.Value;
        _order.RemoveFirst();
        _nodes.Remove(oldest);
        return oldest;
    }
}
