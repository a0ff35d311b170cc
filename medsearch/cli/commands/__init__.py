"""The commands: each reads its options, asks one object of the library, hands the answer to one renderer."""
