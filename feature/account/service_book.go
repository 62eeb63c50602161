package account

import (
	"errors"
	"slices"
	"time"

	"erba/analysis/clean"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
)

// Resolve finds the accounts that a file names, by code, else by a name that
// only one account in sight has; zero stands for those it does not find.
func (s *Service) Resolve(tx *db.Tx, refs []Ref) ([]kernel.ID, error) {
	var codes, keys []string
	for _, r := range refs {
		codes, keys = append(codes, r.Code), append(keys, clean.CompanyKey(r.Name))
	}
	coded, err := byCode(tx, distinct(codes))
	if err != nil {
		return nil, err
	}
	named, err := byName(tx, distinct(keys))
	if err != nil {
		return nil, err
	}
	ids := make([]kernel.ID, len(refs))
	for i, r := range refs {
		if e := coded[r.Code]; e.Seen {
			ids[i] = e.ID
		} else if e := named[keys[i]]; e.Seen {
			ids[i] = e.ID
		}
	}
	return ids, nil
}

// distinct are the keys that say something, each once.
func distinct(keys []string) []string {
	keys = slices.Clone(keys)
	slices.Sort(keys)
	keys = slices.Compact(keys)
	if len(keys) > 0 && keys[0] == "" {
		return keys[1:]
	}
	return keys
}

// Book adds the accounts whose codes are new and fills in the others; an empty
// field says nothing and takes nothing away. The accounts get their IDs.
func (s *Service) Book(tx *db.Tx, accounts []Account) (Outcome, error) {
	b, err := sort(tx, accounts)
	if err != nil {
		return b.Outcome, err
	}
	if err := enrol(tx, b.added); err != nil {
		return b.Outcome, err
	}
	for _, a := range b.added {
		b.Written = append(b.Written, kernel.WrittenOver[Account](nil, a.ID, a.Version))
	}
	changed := make([]audit.Record, len(b.next))
	for i, next := range b.next {
		written, err := s.write(tx, b.old[i], next, fromFile, kernel.ID{})
		if err != nil {
			return b.Outcome, err
		}
		changed[i] = audit.Record{ID: next.ID, Before: b.old[i], After: written}
		if err := identity.Replace(tx, []kernel.ID{next.ID}, next.members()...); err != nil {
			return b.Outcome, err
		}
		b.Written = append(b.Written, kernel.WrittenOver(&b.old[i], next.ID, next.Version+1))
	}
	if err := audit.ChangedAll(tx, "account.imported", "account", changed); err != nil {
		return b.Outcome, err
	}
	return b.Outcome, audit.Note(tx, "account.booked", "account", kernel.ID{},
		map[string]int{"inserted": b.Inserted, "updated": b.Updated})
}

// Compare counts what Book would do and writes nothing.
func (s *Service) Compare(tx *db.Tx, accounts []Account) (Outcome, error) {
	b, err := sort(tx, slices.Clone(accounts))
	return b.Outcome, err
}

// booking is what is to be written.
type booking struct {
	Outcome
	added     []Account
	old, next []Account         // states before and after
	at        map[kernel.ID]int // where a known account stands in them
}

// sort tells new accounts, changed ones, and those that cannot be booked apart.
func sort(tx *db.Tx, accounts []Account) (b booking, err error) {
	b.at = map[kernel.ID]int{}
	now := time.Now()
	viewer, _ := identity.From(tx.Context())
	codes := make([]string, len(accounts))
	for i := range accounts {
		if a := &accounts[i]; !viewer.May("account:assign") {
			a.Owner, a.Team = kernel.ID{}, nil
		}
		accounts[i].tidy()
		accounts[i].lenient()
		codes[i] = accounts[i].Code
	}
	known, err := byCode(tx, distinct(codes))
	if err != nil {
		return b, err
	}
	states, err := current(tx, known)
	if err != nil {
		return b, err
	}
	fresh := map[string]int{} // by code, the place in b.added
	for i := range accounts {
		a := &accounts[i]
		e, is := known[a.Code]
		at, again := fresh[a.Code]
		switch fault := a.refused(is && !e.Seen); {
		case fault != nil:
			b.Refused = append(b.Refused, Refusal{i, fault})
		case again:
			b.fill(&b.added[at], *a)
			a.ID = b.added[at].ID
		case is:
			a.ID = e.ID
			b.update(i, states[e.ID], *a)
		default:
			a.fresh(viewer.ID, now)
			fresh[a.Code] = len(b.added)
			b.added = append(b.added, *a)
			b.Inserted++
			b.Some = kernel.Sampled(b.Some, kernel.Sample[Account]{Row: i, Now: *a})
		}
	}
	return b, nil
}

// refused is why an account cannot be booked.
func (a Account) refused(unseen bool) *kernel.Fault {
	if unseen {
		return taken(a.Code)
	}
	fault, _ := a.Check().(*kernel.Fault)
	return fault
}

// current are the accounts behind codes, with their teams.
func current(tx *db.Tx, known map[string]entry) (map[kernel.ID]Account, error) {
	var ids []kernel.ID
	for _, e := range known {
		if e.Seen {
			ids = append(ids, e.ID)
		}
	}
	rows, err := some(tx, ids)
	if err != nil {
		return nil, err
	}
	teams, err := teamsOf(tx, ids)
	states := make(map[kernel.ID]Account, len(rows))
	for _, r := range rows {
		r.Team = teams[r.ID]
		states[r.ID] = r.Account
	}
	return states, err
}

// update notes what changes in a known account, which a file may name twice.
func (b *booking) update(row int, old, news Account) {
	at, again := b.at[old.ID]
	if again {
		old = b.next[at]
	}
	news.Code = old.Code // it may be the code of one that was merged into it
	next := old.filled(news)
	if len(news.Team) > 0 {
		next.Team = news.Team
	}
	if len(changes(old, next)) == 0 && slices.Equal(old.Team, next.Team) {
		b.Same++
		return
	}
	b.Some = kernel.Sampled(b.Some, kernel.Sample[Account]{Row: row, Was: &old, Now: next})
	switch {
	case again:
		b.Updated, b.next[at] = b.Updated+1, next
	default:
		b.at[old.ID] = len(b.next)
		b.Updated, b.old, b.next = b.Updated+1, append(b.old, old), append(b.next, next)
	}
}

// fill adds what a second row of the file says about a new account.
func (b *booking) fill(a *Account, news Account) {
	next := a.filled(news)
	if len(changes(*a, next)) == 0 {
		b.Same++
		return
	}
	b.Updated++
	next.SortKey, next.NameKey = db.SortKey(next.Name), clean.CompanyKey(next.Name)
	*a = next
}

// Hang puts companies below those that own them, and returns the links that
// would make a circle or a group too deep.
func (s *Service) Hang(tx *db.Tx, links []Link) (out Outcome, err error) {
	var all []Change
	var hung []audit.Record
	for i, l := range links {
		before, after, err := hangOne(tx, l)
		if fault, is := errors.AsType[*kernel.Fault](err); is && fault.Kind == kernel.KindRefused {
			out.Refused = append(out.Refused, Refusal{i, fault})
			continue
		}
		if err != nil {
			return out, err
		}
		if more := changes(before, after); len(more) > 0 {
			all, hung = append(all, more...), append(hung, audit.Record{ID: l.Child, Before: before, After: after})
			out.Written = append(out.Written, kernel.WrittenOver(&before, before.ID, before.Version+1))
		}
	}
	if err := remember(tx, all, fromFile, kernel.ID{}); err != nil || len(all) == 0 {
		return out, err
	}
	return out, audit.ChangedAll(tx, "account.hung", "account", hung)
}

// hangOne puts a company below another one, if it does not hang there already,
// and returns it as it was and as it is.
func hangOne(tx *db.Tx, l Link) (before, after Account, err error) {
	child, err := find(tx, l.Child)
	before, after = child.Account, child.Account
	if err != nil || child.Parent == l.Parent {
		return before, after, err
	}
	above, err := chain(tx, l.Parent)
	if err == nil {
		err = child.CheckAbove(above)
	}
	if err == nil {
		before.Team, err = team(tx, before)
	}
	if err != nil {
		return before, after, err
	}
	after = before
	after.Parent = l.Parent
	return before, after, hang(tx, l, time.Now().UnixMicro())
}

// Attributes are those of all accounts that changed at or after an instant,
// merged ones too, for who keeps them in memory.
func (s *Service) Attributes(tx *db.Tx, since int64) ([]Attributes, error) {
	return attributes(tx, since)
}

// EachInSight hands over every account that the viewer may see, merged ones too.
func (s *Service) EachInSight(tx *db.Tx, take func(kernel.ID)) error { return eachInSight(tx, take) }

// ChangedAt is when any account last changed: cheap enough to ask every second.
func (s *Service) ChangedAt(tx *db.Tx) (int64, error) { return changedAt(tx) }
