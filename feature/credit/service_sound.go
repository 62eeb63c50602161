package credit

import (
	"context"

	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// Sound is what the doctor wants to know: that every limit and every release is what
// was decided about it, by somebody else than who asked, and that of each order as
// much counts as delivered as its papers say.
func (s *Service) Sound(ctx context.Context) error {
	return s.db.Snapshot(db.WithViewer(ctx, identity.System()), func(tx *db.Tx) error {
		limits, err := unagreed(tx)
		if err != nil {
			return err
		}
		orders, err := unreleased(tx)
		if err != nil {
			return err
		}
		if len(limits)+len(orders) > 0 {
			return kernel.Refused("credit.unsound", "limits", len(limits), "orders", len(orders))
		}
		return s.soundDeliveries(tx)
	})
}

// soundDeliveries compares what is noted as delivered with the papers.
func (s *Service) soundDeliveries(tx *db.Tx) error {
	accounts, err := ordering(tx)
	if err != nil {
		return err
	}
	for _, account := range accounts {
		orders, err := running(tx, account)
		if err != nil {
			return err
		}
		delivered, err := s.delivered(tx, account, orders)
		if err != nil {
			return err
		}
		for _, o := range orders {
			if is := delivered[o.Number]; is != o.Delivered {
				return kernel.Refused("credit.undelivered", "number", o.Number, "noted", o.Delivered, "is", is)
			}
		}
	}
	return nil
}
