package account

import (
	"erba/kernel"
	"erba/platform/db"
)

// Head is the company on top of an account: itself where none stands above it.
func (s *Service) Head(tx *db.Tx, id kernel.ID) (kernel.ID, error) {
	if err := s.Require(tx, id); err != nil {
		return id, err
	}
	up, err := chain(tx, id)
	if err != nil || len(up) == 0 {
		return id, err
	}
	return up[len(up)-1], nil
}
