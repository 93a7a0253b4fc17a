Console.WriteLine("arena " + string.Join(' ', args));
