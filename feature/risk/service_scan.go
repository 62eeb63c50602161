package risk

import (
	"context"
	"slices"

	"erba/analysis/null"
	"erba/analysis/risk"
	"erba/feature/ledger"
	"erba/feature/visit"
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
			for _, id := range part {
				if err := s.look(tx, g, p, id, &seen); err != nil {
					return err
				}
			}
			return nil
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

// look has the signals look at one account.
func (s *Service) look(tx *db.Tx, g *gathered, p *seenBefore, account kernel.ID, seen *Scanned) error {
	var changed []Look
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
			return err
		}
	}
	return keepLooks(tx, changed...)
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

// gather reads everything that signals look at.
func (s *Service) gather(ctx context.Context) (*gathered, error) {
	g := &gathered{facts: map[kernel.ID]*risk.Facts{}}
	if err := s.shares(ctx, g); err != nil {
		return nil, err
	}
	err := s.db.Read(ctx, func(tx *db.Tx) (err error) {
		if g.cfg, _, err = s.settings(tx); err != nil {
			return err
		}
		for _, read := range []func(*db.Tx, *gathered) error{s.concerned, s.happenings, s.promises, s.cells, s.money, s.ratings} {
			if err := read(tx, g); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return g, s.silence(ctx, g)
}

// shares has signals look at accounts that matter, and at how our share of them
// has changed within the last quarter.
func (s *Service) shares(ctx context.Context, g *gathered) error {
	facts, err := s.portfolio.Facts(ctx, kernel.Date{})
	if err != nil {
		return err
	}
	g.asOf = facts.Ask.AsOf
	if g.asOf.IsZero() {
		return nil // the ledger is empty
	}
	before, last := quarters(g.asOf)
	earlier, err := s.portfolio.Facts(ctx, before)
	if err != nil {
		return err
	}
	later, err := s.portfolio.Facts(ctx, last)
	if err != nil {
		return err
	}
	for row := range int32(facts.Len()) {
		if !facts.Sees(row) || facts.Value("key_account", row) != 1 && !slices.Contains(watched, facts.Word("tier", row)) {
			continue
		}
		id := facts.Account(row).ID
		g.enter(id)
		g.facts[id].Before, g.facts[id].After = earlier.Value("wallet", earlier.Row(id)), later.Value("wallet", later.Row(id))
	}
	return nil
}

// concerned has signals look at accounts that somebody has judged, too.
func (s *Service) concerned(tx *db.Tx, g *gathered) error {
	all, err := risks(tx)
	for _, r := range all {
		g.enter(r.Account)
	}
	return err
}

func (s *Service) happenings(tx *db.Tx, g *gathered) error {
	all, err := happened(tx)
	for _, e := range all {
		g.each(e.Account, func(f *risk.Facts) {
			days := since(e.On, s.today())
			if e.Kind == risk.KeyLeft {
				f.KeyLeft = min(f.KeyLeft, days)
			} else {
				f.Handed = min(f.Handed, days)
			}
		})
	}
	return err
}

func (s *Service) promises(tx *db.Tx, g *gathered) error {
	overdue, err := s.promised.Overdue(tx)
	for id, f := range g.facts {
		f.Promises = null.Of(overdue[id])
	}
	return err
}

// silence is for how many cadences nobody has been there; within the first one it is
// none.
func (s *Service) silence(ctx context.Context, g *gathered) error {
	late, err := s.visits.Overdue(ctx)
	for _, f := range g.facts {
		f.Silent = 0
	}
	for _, o := range late {
		g.each(o.Account, func(f *risk.Facts) { f.Silent = quiet(o, s.today()) })
	}
	return err
}

// quiet is how many cadences have passed since somebody was there, or since the
// account is known.
func quiet(o visit.Overdue, today kernel.Date) null.Number {
	from := o.Last
	if from.IsZero() {
		from = o.Since
	}
	if from.IsZero() || o.Cadence <= 0 {
		return null.None
	}
	return null.Of(today.Days(from)) / null.Of(o.Cadence)
}

// cells are how lately the kind of work with an account has changed (M09).
func (s *Service) cells(tx *db.Tx, g *gathered) error {
	for id, f := range g.facts {
		cell, changed, err := s.stages.Cell(tx, id)
		if err != nil {
			return err
		}
		if cell > 0 {
			f.Cell = since(changed, s.today())
		}
	}
	return nil
}

// money is for how long accounts have owed it, by the last day of the ledger.
func (s *Service) money(tx *db.Tx, g *gathered) error {
	d := debts{asOf: g.asOf.Ordinal(), days: map[kernel.ID]int32{}}
	_, err := s.ledger.Claims(tx, -1, func(c *ledger.Claim) error {
		if g.facts[c.Account] != nil {
			d.add(c.Account, c.Due, c.Settled, c.Amount)
		}
		d.settled = d.settled || c.Settled != 0
		return nil
	})
	for id, f := range g.facts {
		f.Overdue = d.of(id)
	}
	return err
}

// ratings are how good relationships are, as somebody has rated them (M52).
func (s *Service) ratings(tx *db.Tx, g *gathered) error {
	if s.quality == nil {
		return nil
	}
	all, err := s.quality(tx)
	for id, value := range all {
		g.each(id, func(f *risk.Facts) { f.Poor = value })
	}
	return err
}
