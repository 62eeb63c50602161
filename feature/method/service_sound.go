package method

import (
	"context"
	"strconv"
	"strings"

	"erba/kernel"
	"erba/platform/db"
)

// Sound reports the versions in force, or to come, which the program cannot read
// any more because their method asks for something else by now.
func (s *Service) Sound(ctx context.Context) error {
	var lost []string
	err := s.db.Read(ctx, func(tx *db.Tx) error {
		all, err := versions(tx, "")
		for _, m := range s.models {
			own := of(all, m)
			dated(own, s.today())
			for _, v := range own {
				if _, wrong := m.Decode([]byte(v.Raw)); wrong != nil && v.State != Past {
					lost = append(lost, m.ID+" v"+strconv.FormatInt(v.Number, 10))
				}
			}
		}
		return err
	})
	if err != nil || len(lost) == 0 {
		return err
	}
	return kernel.Refused("method.unreadable", "what", strings.Join(lost, ", "))
}
