package pipeline

import (
	"cmp"
	"context"

	"erba/analysis/sale"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// pageOf is how many cards of a column are shown at a time.
const pageOf = 25

// Board shows the deals of a process under their steps.
func (s *Service) Board(ctx context.Context, w Which) (b Board, err error) {
	err = s.db.Snapshot(ctx, func(tx *db.Tx) error {
		p, v, err := s.process(tx, &w)
		if err != nil {
			return err
		}
		n, err := counts(tx, w)
		if err != nil {
			return err
		}
		b = Board{Today: v.today, Currency: v.currency, Process: p.Key, Timed: p.Timed, Processes: processesOf(v.steps, n), Columns: columnsOf(p)}
		held, err := sums(tx, w)
		if err != nil {
			return err
		}
		b.hold(held)
		all, err := s.page(tx, v, w, "", 0)
		b.place(all)
		return err
	})
	return b, err
}

// process is the one that is looked at.
func (s *Service) process(tx *db.Tx, w *Which) (p sale.Process, v sight, err error) {
	if v, err = s.settings(tx); err != nil {
		return p, v, err
	}
	w.Process, w.State = cmp.Or(w.Process, v.steps.Processes[0].Key), cmp.Or(w.State, open)
	p, ok := v.steps.Process(w.Process)
	if !ok {
		return p, v, kernel.Invalid("pipeline.no_process").In("process")
	}
	return p, v, nil
}

// Rest are further cards of a column.
func (s *Service) Rest(ctx context.Context, w Which, stage string, skip int) (all []Card, err error) {
	err = s.db.Snapshot(ctx, func(tx *db.Tx) error {
		_, v, err := s.process(tx, &w)
		if err != nil {
			return err
		}
		all, err = s.page(tx, v, w, stage, skip)
		return err
	})
	return all, err
}

// page are cards with what moving them takes: the milestones that they have
// reached, and whether the viewer may.
func (s *Service) page(tx *db.Tx, v sight, w Which, stage string, skip int) (all []Card, err error) {
	if v.all, err = page(tx, w, stage, skip); err != nil || len(v.all) == 0 {
		return []Card{}, err
	}
	v.stand()
	ids := make([]kernel.ID, len(v.all))
	for i, c := range v.all {
		ids[i] = c.ID
	}
	marks, err := reached(tx, ids)
	if err != nil {
		return nil, err
	}
	may, err := inSight(identity.As(tx, "opportunity:write"), ids)
	for i := range v.all {
		c := &v.all[i]
		c.Reached, c.May = append([]string{}, marks[c.ID]...), may[c.ID]
	}
	return v.all, err
}
