package opportunity

import (
	"context"
	"slices"

	"erba/analysis/sale"
	"erba/analysis/target"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// Namer is who knows what competitors are called.
type Namer func(tx *db.Tx, ids ...kernel.ID) (map[kernel.ID]string, error)

// NamedBy has the winner of a deal called by who knows competitors.
func (s *Service) NamedBy(n Namer) { s.rivals = n }

// Sheet is the page of a deal.
func (s *Service) Sheet(ctx context.Context, id kernel.ID) (p Sheet, err error) {
	err = s.db.Snapshot(ctx, func(tx *db.Tx) error {
		cfg, err := s.Config(tx)
		if err != nil {
			return err
		}
		if p.Deal, err = rowOf(tx, id); err != nil {
			return err
		}
		s.stand(cfg, &p.Deal)
		p.Today = s.today()
		if err := s.course(tx, &p, cfg); err != nil {
			return err
		}
		return s.belongs(tx, &p)
	})
	return p, err
}

// course is how a deal went, beside the steps of its process.
func (s *Service) course(tx *db.Tx, p *Sheet, cfg sale.Config) (err error) {
	if p.Moves, err = moves(tx, p.Deal.ID); err != nil {
		return err
	}
	reached, err := milestones(tx, p.Deal.ID)
	if err != nil {
		return err
	}
	if process, ok := cfg.Process(p.Deal.Process); ok {
		p.Zh, p.En, p.Timed, p.Steps = process.Zh, process.En, process.Timed, steps(process, p.Deal.Deal, p.Moves, reached)
	}
	slices.Reverse(p.Moves)
	p.Slips, err = slips(tx, p.Deal.ID)
	return err
}

// belongs is what else a deal consists of.
func (s *Service) belongs(tx *db.Tx, p *Sheet) (err error) {
	id := p.Deal.ID
	if p.Lines, err = lines(tx, id); err != nil {
		return err
	}
	if p.Papers, err = papers(tx, id); err != nil {
		return err
	}
	if p.Splits, err = parts(tx, p.Deal.Deal); err != nil {
		return err
	}
	if p.Contact, err = contactName(tx, p.Deal.Contact); err != nil {
		return err
	}
	if p.Winner, err = s.winner(tx, p.Deal.Winner); err != nil {
		return err
	}
	if p.Currency, err = s.Ledger.Currency(tx); err != nil {
		return err
	}
	p.Unrated = p.Deal.unrated()
	may, err := inSight(identity.As(tx, "opportunity:write"), id)
	p.May = may
	return err
}

func (s *Service) winner(tx *db.Tx, id kernel.ID) (string, error) {
	if id.IsZero() || s.rivals == nil {
		return "", nil
	}
	names, err := s.rivals(tx, id)
	return names[id], err
}

// parts are who shares a deal and what each has of it, to the last unit.
func parts(tx *db.Tx, d Deal) ([]Part, error) {
	all, err := splits(tx, d.ID)
	if err != nil || len(all) == 0 {
		return nil, err
	}
	ids, weights := make([]kernel.ID, len(all)), make([]int64, len(all))
	for i, one := range all {
		ids[i], weights[i] = one.User, int64(one.Percent)
	}
	names, err := people(tx, ids)
	shared := make([]Part, len(all))
	for i, one := range all {
		shared[i] = Part{Split: one, Name: names[one.User]}
	}
	if d.Amount != nil {
		for i, n := range target.Spread(*d.Amount, weights, 1) {
			shared[i].Amount = new(n)
		}
	}
	return shared, err
}

// Ways are the processes that a deal may go by.
func (s *Service) Ways(ctx context.Context) (all []Way, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		cfg, err := s.Config(tx)
		all = ways(cfg)
		return err
	})
	return all, err
}
