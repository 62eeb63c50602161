package account

import (
	"cmp"
	"context"
	"slices"

	"erba/kernel"
)

// Entry is something that happened to an account or around it.
type Entry struct {
	At    int64             `json:"at"    doc:"Microseconds since 1970, UTC"`
	Key   string            `json:"key"   doc:"Text key of the sentence"`
	Args  map[string]string `json:"args"  doc:"Fill the gaps of that sentence"`
	Actor string            `json:"actor"`
}

// Teller adds another feature's entries to the timeline; it is registered with
// Service.Tells. It answers with the latest ones before an instant.
type Teller interface {
	Tell(ctx context.Context, account kernel.ID, before int64, limit int) ([]Entry, error)
}

// told begins the text keys of what account itself tells.
const told = "account.told_"

// told is a change as an entry: account.told_region and the like. A value that
// is an ID is told by its name.
func (c Change) told(names map[string]string) Entry {
	say := func(value string) string {
		switch name, is := names[value]; {
		case value == "":
			return "—"
		case is:
			return name
		case c.refers():
			return "…" // out of sight
		}
		return value
	}
	return Entry{At: c.At, Key: told + c.Field, Actor: c.Actor,
		Args: map[string]string{"old": say(c.Old), "new": say(c.New)}}
}

// inSight are changes as somebody sees them: a company that is out of sight is
// none, and one such in place of another no change.
func inSight(all []Change, names map[string]string) (seen []Change) {
	for _, c := range all {
		if c.Field != "parent" && c.Field != "referrer" {
			seen = append(seen, c)
			continue
		}
		for _, id := range []*string{&c.Old, &c.New} {
			if _, there := names[*id]; !there {
				*id = ""
			}
		}
		if c.Old != c.New {
			seen = append(seen, c)
		}
	}
	return seen
}

// refers reports whether the values are IDs of something else.
func (c Change) refers() bool {
	return c.Field == "parent" || c.Field == "owner" || c.Field == "referrer"
}

// told is a merge as entries, of itself and of its undoing.
func (m Merge) told() []Entry {
	args := map[string]string{"code": m.FromCode, "name": m.FromName}
	all := []Entry{{At: m.MergedAt, Key: told + "merged", Args: args, Actor: m.Actor}}
	if m.UndoneAt != nil {
		all = append(all, Entry{At: *m.UndoneAt, Key: told + "parted", Args: args})
	}
	return all
}

// latest are the entries before an instant, the latest first.
func latest(all []Entry, before int64, limit int) []Entry {
	all = slices.DeleteFunc(all, func(e Entry) bool { return before > 0 && e.At >= before })
	slices.SortStableFunc(all, func(a, b Entry) int { return cmp.Compare(b.At, a.At) })
	return all[:min(limit, len(all))]
}
