package pool

import (
	"context"
	"encoding/json"
	"slices"
	"strings"
	"time"

	"erba/feature/account"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
)

// Judge says what rules would do to all accounts today, and how many there are.
func (s *Service) Judge(ctx context.Context, r Rules) (j Judged, looked int, err error) {
	today, err := s.asOf(ctx)
	if err != nil {
		return j, 0, err
	}
	subjects, err := s.subjects(ctx, r, today)
	for _, one := range subjects {
		j.take(r, one, today)
	}
	return j, len(subjects), err
}

// subjects are all accounts as far as rules look at them. When somebody last visited
// one, and since when its owner has it, is asked only where its orders do not keep it.
func (s *Service) subjects(ctx context.Context, r Rules, today kernel.Date) (all []Subject, err error) {
	keys, err := s.keys(ctx)
	if err != nil {
		return nil, err
	}
	return all, s.db.Snapshot(system(ctx), func(tx *db.Tx) error {
		err := eachAccount(tx, account.Unassigned, func(id, owner kernel.ID, opened kernel.Date) {
			all = append(all, Subject{Account: id, Owner: owner, Opened: opened, Key: keys[id]})
		})
		if err != nil {
			return err
		}
		if err := s.trade(ctx, all); err != nil {
			return err
		}
		return s.visit(tx, all, r, today)
	})
}

// trade fills in what accounts have bought, and in which class they are.
func (s *Service) trade(ctx context.Context, all []Subject) error {
	ids := make([]kernel.ID, len(all))
	for i := range all {
		ids[i], all[i].Class = all[i].Account, None
	}
	figures, err := s.portfolio.Figures(system(ctx), ids)
	at := 0
	for _, f := range figures { // in the order of the IDs, but some are left out
		for all[at].Account != f.Account {
			at++
		}
		all[at].Order = f.LastOrder
		if f.ABC != "" {
			all[at].Class = f.ABC
		}
	}
	return err
}

// visit fills in the other contacts of those who would fall, or be warned, without them.
func (s *Service) visit(tx *db.Tx, all []Subject, r Rules, today kernel.Date) error {
	at, ids := map[kernel.ID]*Subject{}, []kernel.ID(nil)
	for i := range all {
		if days, ruled := r.of(all[i].Class); ruled && !all[i].Owner.IsZero() {
			if last, _ := all[i].Contact(); last.Add(int(days)).Compare(today.Add(int(r.Warn))) <= 0 {
				at[all[i].Account], ids = &all[i], append(ids, all[i].Account)
			}
		}
	}
	visits, err := s.ledger.LastCosts(tx, contacts, ids)
	if err != nil {
		return err
	}
	touches, err := s.touches(tx, ids)
	if err != nil {
		return err
	}
	for _, all := range []map[kernel.ID]kernel.Date{visits, touches} {
		for id, on := range all {
			if on.Compare(at[id].Visit) > 0 {
				at[id].Visit = on
			}
		}
	}
	covered, err := s.claims.Covered(tx)
	if err != nil {
		return err
	}
	for id, owner := range covered {
		if one := at[id]; one != nil {
			one.Claimed = one.Owner == owner
		}
	}
	return since(tx, ids, func(id kernel.ID, micro int64) { at[id].Since = kernel.DayOf(time.UnixMicro(micro)) })
}

// touches are when somebody of us was last in touch with some accounts.
func (s *Service) touches(tx *db.Tx, ids []kernel.ID) (map[kernel.ID]kernel.Date, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	return s.interactions.Latest(tx, ids...)
}

// Try says what rules would do, and changes nothing.
func (s *Service) Try(ctx context.Context, r Rules) (t Trial, err error) {
	if err := r.Check(); err != nil {
		return t, err
	}
	j, looked, err := s.Judge(ctx, r)
	if err != nil {
		return t, err
	}
	t = Trial{Looked: looked, Falls: len(j.Falls), Soon: len(j.Soon), Claimed: j.Claimed, Strays: len(j.Strays), Classes: []Tally{}}
	for _, l := range r.Lines {
		n := 0
		for _, f := range j.Falls {
			if f.Class == l.Class {
				n++
			}
		}
		t.Classes = append(t.Classes, Tally{l.Class, n})
	}
	if t.AsOf, err = s.asOf(ctx); err != nil {
		return t, err
	}
	if t.Keys, err = s.called(ctx, j.Keys); err == nil {
		t.Rows, err = s.called(ctx, j.Falls)
	}
	return t, err
}

// called are some of what falls, those without contact for longest first, with their names.
func (s *Service) called(ctx context.Context, all []Fall) (named []Warned, err error) {
	named = []Warned{}
	all = slices.SortedStableFunc(slices.Values(all), func(a, b Fall) int { return a.Last.Compare(b.Last) })
	all = all[:min(len(all), some)]
	ids := make([]kernel.ID, len(all))
	for i, f := range all {
		ids[i] = f.Account
	}
	return named, s.db.Read(ctx, func(tx *db.Tx) error {
		found, err := things(tx, ids)
		of := map[kernel.ID]thing{}
		for _, t := range found {
			of[t.ID] = t
		}
		for _, f := range all {
			named = append(named, Warned{f, of[f.Account].Code, of[f.Account].Name, of[f.Account].Owner})
		}
		return err
	})
}

// Enforce puts rules in force, unless a key account would fall.
func (s *Service) Enforce(ctx context.Context, r Rules) (Rules, error) {
	if err := reasoned(r.Reason); err != nil {
		return r, err
	}
	t, err := s.Try(ctx, r)
	if err != nil {
		return r, err
	}
	if len(t.Keys) > 0 {
		return r, refusal(t.Keys)
	}
	return r, s.db.Write(ctx, func(tx *db.Tx) error {
		old, err := rules(tx)
		switch {
		case err != nil:
			return err
		case old.Version != r.Version:
			return kernel.Stale("db.stale")
		}
		r.Version, r.Reason, r.By, r.At = old.Version+1, strings.TrimSpace(r.Reason), user(ctx), s.now().UnixMicro()
		raw, err := json.Marshal(r)
		if err != nil {
			return err
		}
		if err := save(tx, saved{r.Version, string(raw), r.Reason, r.By, r.At}); err != nil {
			return err
		}
		return audit.Changed(tx, "pool.ruled", "pool", kernel.ID{}, old, r)
	})
}

// refusal says how many key accounts would fall, and which.
func refusal(keys []Warned) error {
	names := make([]string, 0, named)
	for _, k := range keys[:min(len(keys), named)] {
		names = append(names, k.Name)
	}
	return kernel.Refused("pool.would_take_keys", "count", len(keys), "names", strings.Join(names, "、"))
}
