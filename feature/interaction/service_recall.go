package interaction

import (
	"erba/kernel"
	"erba/platform/db"
)

// Recall writes contacts down as they are told, many at once: of a company that has
// kept them elsewhere until now.
func (s *Service) Recall(tx *db.Tx, all []Interaction) error {
	clock, err := s.clock(tx)
	if err != nil {
		return err
	}
	today := clock.Day(s.now())
	for n := range all {
		i := &all[n]
		i.ID, i.Version = kernel.NewID(), 1
		if i.tidy(); i.At > 0 {
			i.On = clock.Day(instant(i.At))
		}
		if err := i.Check(today); err != nil {
			return err
		}
	}
	return addAll(tx, all)
}
