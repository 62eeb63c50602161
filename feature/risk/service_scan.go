package risk

import (
	"context"
	"slices"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
)

// Scanned is what signals have seen.
type Scanned struct {
	Accounts int `json:"accounts" doc:"That they look at"`
	Raised   int `json:"raised"   doc:"New signals"`
	Lapsed   int `json:"lapsed"   doc:"Signals that are not so any more"`
}

// Soon has signals look at accounts in the background, once what the transaction
// does is done.
func (s *Service) Soon(tx *db.Tx) error {
	return s.jobs.AddOnce(tx.As(identity.With(tx.Context(), identity.System())), scanning, struct{}{})
}

// Scan has all signals look at the accounts that matter, and proposes what they
// see.
func (s *Service) Scan(ctx context.Context) (seen Scanned, err error) {
	ctx = identity.With(ctx, identity.System())
	g, err := s.gather(ctx)
	if err != nil {
		return seen, err
	}
	p, err := s.kept(ctx)
	if err != nil {
		return seen, err
	}
	seen.Accounts = len(g.facts)
	accounts := make([]kernel.ID, 0, len(g.facts))
	for id := range g.facts {
		accounts = append(accounts, id)
	}
	slices.SortFunc(accounts, kernel.ID.Compare)
	for part := range slices.Chunk(accounts, portion) {
		err := s.db.Write(ctx, func(tx *db.Tx) error {
			var changed []Look
			for _, id := range part {
				some, err := s.look(tx, g, p, id, &seen)
				if err != nil {
					return err
				}
				changed = append(changed, some...)
			}
			return keepLooks(tx, changed...)
		})
		if err != nil {
			return seen, err
		}
	}
	return seen, s.tidy(ctx, g, p)
}

// seenBefore is what signals have seen, and what people have judged.
type seenBefore struct {
	signals map[kernel.ID]map[string]Signal
	looks   map[kernel.ID]map[string]Look
	judged  map[kernel.ID]map[string]int // probabilities by cause
}

func (s *Service) kept(ctx context.Context) (p *seenBefore, err error) {
	p = &seenBefore{map[kernel.ID]map[string]Signal{}, map[kernel.ID]map[string]Look{}, map[kernel.ID]map[string]int{}}
	return p, s.db.Read(ctx, func(tx *db.Tx) error {
		signals, err := latestSignals(tx)
		if err != nil {
			return err
		}
		for _, one := range signals {
			put(p.signals, one.Account, one.Kind, one)
		}
		all, err := looks(tx)
		if err != nil {
			return err
		}
		for _, one := range all {
			put(p.looks, one.Account, one.Kind, one)
		}
		rows, err := risks(tx)
		for _, r := range rows {
			put(p.judged, r.Account, r.Cause, r.Probability)
		}
		return err
	})
}

func put[V any](into map[kernel.ID]map[string]V, account kernel.ID, key string, value V) {
	if into[account] == nil {
		into[account] = map[string]V{}
	}
	into[account][key] = value
}

// look has the signals look at one account, and returns what they see that they did
// not see before.
func (s *Service) look(tx *db.Tx, g *gathered, p *seenBefore, account kernel.ID, seen *Scanned) (changed []Look, err error) {
	for _, l := range g.cfg.Looks(*g.facts[account]) {
		if now := looked(account, l, s.today()); !now.same(p.looks[account][l.Kind]) {
			changed = append(changed, now)
		}
		var last *Signal
		if before, there := p.signals[account][l.Kind]; there {
			last = &before
		}
		signal, write := next(l, last, p.judged[account][l.Cause], &g.cfg, s.today())
		if !write {
			continue
		}
		if err := s.note(tx, account, signal, seen); err != nil {
			return nil, err
		}
	}
	return changed, nil
}

// note writes a signal that is new, or not what it was.
func (s *Service) note(tx *db.Tx, account kernel.ID, one Signal, seen *Scanned) error {
	switch {
	case one.State == Lapsed:
		seen.Lapsed++
		if err := replaceSignal(tx, one); err != nil {
			return err
		}
		return audit.Note(tx, "risk.lapsed", "account", account, one)
	case !one.ID.IsZero():
		return replaceSignal(tx, one)
	}
	seen.Raised++
	one.ID, one.Account, one.Version = kernel.NewID(), account, 1
	if err := addSignals(tx, one); err != nil {
		return err
	}
	return audit.Note(tx, "risk.signalled", "account", account, one)
}

// tidy forgets what is no news any more, and accounts that signals do not look at.
func (s *Service) tidy(ctx context.Context, g *gathered, p *seenBefore) error {
	var gone []kernel.ID
	for id := range p.looks {
		if g.facts[id] == nil {
			gone = append(gone, id)
		}
	}
	return s.db.Write(ctx, func(tx *db.Tx) error {
		for part := range slices.Chunk(gone, portion) {
			if err := forgetLooks(tx, part...); err != nil {
				return err
			}
		}
		if err := seeLooks(tx, s.today()); err != nil {
			return err
		}
		return forgetEvents(tx, s.today().Add(-2*g.cfg.Recent))
	})
}
