create domain document as binary large object;
