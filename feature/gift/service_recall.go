package gift

import (
	"erba/kernel"
	"erba/platform/db"
)

// Recall writes gifts down that were given long ago, many at once: of a company that
// has kept them elsewhere until now.
func (s *Service) Recall(tx *db.Tx, all []Gift) error {
	for i := range all {
		g := &all[i]
		g.ID, g.State, g.Made, g.Version = kernel.NewID(), Given, g.On, 1
		g.tidy()
		if err := g.Check(); err != nil {
			return err
		}
	}
	return add(tx, all...)
}
