package commitment

import (
	"erba/kernel"
	"erba/platform/db"
)

// Recall writes promises down as they are told, with what became of them, many at
// once: of a company that has kept them elsewhere until now.
func (s *Service) Recall(tx *db.Tx, all []Commitment) error {
	for i := range all {
		c := &all[i]
		c.ID, c.First, c.Version = kernel.NewID(), c.Due, 1
		if err := c.Check(); err != nil {
			return err
		}
	}
	return add(tx, all...)
}
