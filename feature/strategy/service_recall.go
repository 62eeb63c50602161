package strategy

import (
	"erba/analysis/strategy"
	"erba/kernel"
	"erba/platform/db"
)

// Recall takes over with which strategies deals were fought for, as somebody knows
// who kept them elsewhere. What was advised then, if anything, is what he says.
func (s *Service) Recall(tx *db.Tx, all []Chosen) error {
	for _, c := range all {
		if !strategy.Known(c.Strategy) {
			return kernel.Invalid("strategy.bad_strategy").In("strategy")
		}
		if _, err := s.Deals.Deal(tx, c.Deal); err != nil {
			return err
		}
		c.ID, c.Number = kernel.NewID(), 1
		c.ByID, c.By = author(tx.Context())
		if err := addChoice(tx, c); err != nil {
			return err
		}
	}
	return nil
}
