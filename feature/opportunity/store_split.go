package opportunity

import (
	"erba/kernel"
	"erba/platform/db"
)

// Splits are who shares the deals that the viewer sees; of a deal that nobody
// shares there are none.
func (s *Service) Splits(tx *db.Tx) (map[kernel.ID][]Split, error) {
	all, err := db.List[Split](tx, `SELECT x.opportunity_id, x.user_id, x.percent FROM opportunity_splits x JOIN opportunities o ON o.id = x.opportunity_id
		WHERE ? ORDER BY x.opportunity_id, x.user_id`, tx.Visible("o.row_id"))
	by := map[kernel.ID][]Split{}
	for _, x := range all {
		by[x.Deal] = append(by[x.Deal], x)
	}
	return by, err
}
