package approval

import (
	"erba/feature/account"
	"erba/kernel"
	"erba/platform/db"
)

// Pending are the open proposals of a kind about some accounts, one of each.
func (s *Service) Pending(tx *db.Tx, kind string, accounts ...kernel.ID) (map[kernel.ID]Proposal, error) {
	all, err := openAbout(tx, kind, s.now().UnixMicro(), accounts)
	found := make(map[kernel.ID]Proposal, len(all))
	for _, p := range all {
		found[p.Account] = p
	}
	return found, err
}

// About is what was proposed about an account, of some kinds, as far as the user
// may see it, the latest first.
func (s *Service) About(tx *db.Tx, account kernel.ID, kinds ...string) ([]Row, error) {
	voices, err := s.voices(tx)
	if err != nil {
		return nil, err
	}
	return s.those(voices, db.If(true, "(p.account_id = ? AND ?)", account, db.In("p.kind", kinds...)))
}

// leaving keeps accounts about which something is or was proposed.
func leaving(tx *db.Tx, e account.Leaving) error {
	needed, err := discussed(tx, e.IDs)
	for _, id := range needed {
		e.Need(id, "approval.proposed_about")
	}
	return err
}
