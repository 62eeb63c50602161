package fee

import (
	"context"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
)

// Budgets are all of them with what is left.
func (s *Service) Budgets(ctx context.Context) (all []Purse, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		c, err := s.Config(tx)
		if err != nil {
			return err
		}
		if all, err = purses(tx); err != nil {
			return err
		}
		for i := range all {
			parts, err := taken(identity.Whole(tx), all[i].Budget, c.Below(all[i].Type))
			if err != nil {
				return err
			}
			all[i].fill(parts)
		}
		return nil
	})
	return all, err
}

// Plan writes a budget down, or changes one.
func (s *Service) Plan(ctx context.Context, b Budget) (Budget, error) {
	viewer, _ := identity.From(ctx)
	err := s.db.Write(ctx, func(tx *db.Tx) error {
		c, err := s.Config(tx)
		if err != nil {
			return err
		}
		if err := b.Check(c); err != nil {
			return err
		}
		if b.ID.IsZero() {
			b.ID, b.By, b.Made, b.Version = kernel.NewID(), viewer.ID, s.today(), 1
			if err := addBudget(tx, b); err != nil {
				return err
			}
			return audit.Changed(tx, "fee.planned", "fee", b.ID, nil, b)
		}
		was, err := purse(tx, b.ID)
		if err != nil {
			return err
		}
		if err := writeBudget(tx, b); err != nil {
			return err
		}
		return audit.Changed(tx, "fee.planned", "fee", b.ID, was.Budget, b)
	})
	return b, err
}

// DropBudget takes a budget off.
func (s *Service) DropBudget(ctx context.Context, id kernel.ID, version int64) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		was, err := purse(tx, id)
		if err != nil {
			return err
		}
		if err := dropBudget(tx, id, version); err != nil {
			return err
		}
		return audit.Changed(tx, "fee.budget_dropped", "fee", id, was.Budget, nil)
	})
}
