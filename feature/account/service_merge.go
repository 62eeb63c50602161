package account

import (
	"context"
	"encoding/json"
	"slices"
	"time"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/identity"
)

// Merge takes an account into another one, with everything that other features
// keep of it. The names of fields in take are those whose value From brings
// although Into has one.
func (s *Service) Merge(ctx context.Context, from, into kernel.ID, take []string) (m Merge, err error) {
	viewer, _ := identity.From(ctx)
	m = Merge{ID: kernel.NewID(), From: from, Into: into, Actor: viewer.Login, MergedAt: time.Now().UnixMicro()}
	if from == into {
		return m, kernel.Invalid("account.merge_self")
	}
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		was, err := s.stood(tx, from, into)
		if err != nil {
			return err
		}
		if err := s.swallow(tx, &m, was, united(was.From, was.Into, take)); err != nil {
			return err
		}
		m.FromCode, m.FromName = was.From.Code, was.From.Name
		return audit.Note(tx, "account.merged", "account", into, map[string]kernel.ID{"from": from, "merge": m.ID})
	})
	return m, err
}

// stood is what a merge writes down so that it can be undone. Merges of before
// said nothing of who had access.
type stood struct {
	before
	Access *accesses `json:",omitempty"`
}

// accesses are who works on either account, and with whom it is shared.
type accesses struct{ From, Into identity.Access }

func (s *Service) stood(tx *db.Tx, from, into kernel.ID) (was stood, err error) {
	if was.before, err = s.before(tx, from, into); err != nil {
		return was, err
	}
	was.Access = &accesses{}
	if was.Access.From, err = identity.AccessOf(identity.Whole(tx), from); err != nil {
		return was, err
	}
	was.Access.Into, err = identity.AccessOf(identity.Whole(tx), into)
	return was, err
}

// before is the state of both accounts, and what hangs on From.
func (s *Service) before(tx *db.Tx, from, into kernel.ID) (was before, err error) {
	for id, account := range map[kernel.ID]*Account{from: &was.From, into: &was.Into} {
		row, err := find(tx, id)
		if err != nil {
			return was, err
		}
		if row.Team, err = team(tx, row.Account); err != nil {
			return was, err
		}
		*account = row.Account
	}
	for column, ids := range map[string]*[]kernel.ID{"parent_id": &was.Children, "referrer_id": &was.Referred, "merged_into": &was.Earlier} {
		if *ids, err = pointing(identity.Whole(tx), column, from); err != nil {
			return was, err
		}
	}
	return was, nil
}

// swallow writes a merge: others first, while the viewer still sees From.
func (s *Service) swallow(tx *db.Tx, m *Merge, was stood, next Account) error {
	raw, err := json.Marshal(was)
	if err != nil {
		return err
	}
	m.Before = string(raw)
	if err := event.Emit(s.events, tx, Merged{m.ID, m.From, m.Into}); err != nil {
		return err
	}
	if next.Parent, err = s.above(tx, was.before); err != nil {
		return err
	}
	everywhere := identity.Whole(tx)
	written, err := s.write(everywhere, was.Into, next, byMerge, m.ID)
	if err != nil {
		return err
	}
	if err := audit.Changed(tx, "account.took_over", "account", m.Into, was.Into, written); err != nil {
		return err
	}
	children := slices.DeleteFunc(slices.Clone(was.Children), func(id kernel.ID) bool { return id == m.Into })
	if err := point(everywhere, "parent_id", children, m.From, m.Into, m.MergedAt); err != nil {
		return err
	}
	if err := point(everywhere, "referrer_id", was.Referred, m.From, m.Into, m.MergedAt); err != nil {
		return err
	}
	if err := point(everywhere, "merged_into", was.Earlier, m.From, m.Into, m.MergedAt); err != nil {
		return err
	}
	if err := swallow(everywhere, m.From, m.Into, m.MergedAt); err != nil {
		return err
	}
	if err := settle(everywhere, m.From, m.Into); err != nil {
		return err
	}
	if err := addMerge(tx, *m); err != nil {
		return err
	}
	if err := was.Access.From.Pass(everywhere, m.From, m.Into, was.Access.Into); err != nil {
		return err
	}
	return identity.Replace(everywhere, []kernel.ID{m.From, m.Into}, next.members()...)
}

// above is the parent of the united account: Into's own, else From's, and never
// one that stands below it.
func (s *Service) above(tx *db.Tx, was before) (kernel.ID, error) {
	line, err := chain(identity.Whole(tx), was.Into.Parent)
	if err != nil {
		return kernel.ID{}, err
	}
	if !was.Into.Parent.IsZero() && !slices.Contains(line, was.From.ID) {
		return was.Into.Parent, nil
	}
	line, err = chain(identity.Whole(tx), was.From.Parent)
	if err != nil || slices.Contains(line, was.Into.ID) {
		return kernel.ID{}, err
	}
	return was.From.Parent, nil
}

// Part undoes a merge: From is itself again, with all that it had brought.
func (s *Service) Part(ctx context.Context, id kernel.ID) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		m, err := findMerge(tx, id)
		if err != nil {
			return err
		}
		if m.UndoneAt != nil {
			return kernel.Refused("account.merge_undone")
		}
		now, err := find(tx, m.Into)
		if err != nil {
			return kernel.Refused("account.merged_since")
		}
		if now.Team, err = team(tx, now.Account); err != nil {
			return err
		}
		if err := s.release(tx, m, now.Account); err != nil {
			return err
		}
		return audit.Note(tx, "account.parted", "account", m.Into, map[string]kernel.ID{"from": m.From, "merge": m.ID})
	})
}

// release writes the undoing of a merge.
func (s *Service) release(tx *db.Tx, m Merge, now Account) error {
	var was stood
	if err := json.Unmarshal([]byte(m.Before), &was); err != nil {
		return err
	}
	at, everywhere := time.Now().UnixMicro(), identity.Whole(tx)
	if err := swallow(everywhere, m.From, kernel.ID{}, at); err != nil {
		return err
	}
	if err := point(everywhere, "parent_id", was.Children, m.Into, m.From, at); err != nil {
		return err
	}
	if err := point(everywhere, "referrer_id", was.Referred, m.Into, m.From, at); err != nil {
		return err
	}
	if err := point(everywhere, "merged_into", was.Earlier, m.Into, m.From, at); err != nil {
		return err
	}
	merged, err := byOrigin(tx, m.Into, m.ID)
	if err != nil {
		return err
	}
	next := parted(now, was.before, merged)
	written, err := s.write(everywhere, now, next, byUndo, m.ID)
	if err != nil {
		return err
	}
	if err := audit.Changed(tx, "account.gave_back", "account", m.Into, now, written); err != nil {
		return err
	}
	if err := endMerge(tx, m.ID, at); err != nil {
		return err
	}
	if err := was.giveBack(everywhere, m, next); err != nil {
		return err
	}
	if err := reopen(everywhere, m.From, m.Into); err != nil {
		return err
	}
	return event.Emit(s.events, tx, Parted{m.ID, m.From, m.Into})
}

// giveBack lets either account have the people it had, and Into those that have
// come since.
func (was stood) giveBack(tx *db.Tx, m Merge, next Account) error {
	if was.Access == nil {
		return identity.Replace(tx, []kernel.ID{m.From, m.Into}, append(next.members(), was.From.members()...)...)
	}
	if err := was.Access.From.Back(tx, m.From, m.Into, was.Access.Into); err != nil {
		return err
	}
	return identity.Replace(tx, []kernel.ID{m.Into}, next.members()...)
}

// Merges are those that an account swallowed, undone ones too.
func (s *Service) Merges(ctx context.Context, into kernel.ID) (found []Merge, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if err := s.Require(tx, into); err != nil {
			return err
		}
		found, err = merges(tx, into)
		return err
	})
	return found, err
}
