package handover

import (
	"maps"
	"slices"

	"erba/feature/account"
	"erba/feature/notice"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
)

// handed begins hand-overs from those who led accounts to who leads them now. One
// that nobody has accepted is recalled: its account has gone on.
func (s *Service) handed(tx *db.Tx, e account.Handed) error {
	deciding, _ := identity.From(tx.Context())
	tx = identity.Whole(tx)
	if err := s.recall(tx, e); err != nil || e.To.IsZero() {
		return err
	}
	var all []Handover
	for _, id := range slices.SortedFunc(maps.Keys(e.From), kernel.ID.Compare) {
		from := e.From[id]
		if from == e.To {
			continue
		}
		h := Handover{ID: kernel.NewID(), Account: id, From: from, To: e.To, By: deciding.ID, Made: s.today(), State: Waiting, Version: 1}
		var err error
		if h.Until, err = s.stays(tx, h); err != nil {
			return err
		}
		all = append(all, h)
	}
	if len(all) == 0 {
		return nil
	}
	if err := add(tx, all...); err != nil {
		return err
	}
	return s.announce(tx, e.To, all)
}

// recall ends what was under way for accounts that changed hands again. Who goes
// back to where he was needs no pack of what he has left.
func (s *Service) recall(tx *db.Tx, e account.Handed) error {
	open, err := waiting(tx, e.IDs)
	for _, h := range open {
		h.State = Recalled
		if err == nil {
			err = replace(tx, h.Handover)
		}
		if err == nil {
			err = audit.Note(tx, "handover.recalled", "account", h.Account, map[string]any{"from": h.From, "to": h.To})
		}
	}
	return err
}

// stays keeps who led an account in its team for a while, if he is still with us, and
// is until when.
func (s *Service) stays(tx *db.Tx, h Handover) (kernel.Date, error) {
	u, err := s.users.User(tx.Context(), h.From)
	if err != nil || !u.Active {
		return kernel.Date{}, err
	}
	members, err := identity.Members(tx, h.Account)
	if err != nil || slices.ContainsFunc(members, func(m identity.Member) bool { return m.User == h.From }) {
		return kernel.Date{}, err // he works on it anyway, for as long as was agreed
	}
	until := h.Made.Add(transition)
	return until, identity.Enlist(tx, identity.Member{Row: h.Account, User: h.From, Role: TeamRole, From: h.Made, Until: until})
}

// announce tells the successor: of one account by its name, of many by their number.
func (s *Service) announce(tx *db.Tx, to kernel.ID, all []Handover) error {
	for _, h := range all {
		if err := audit.Note(tx, "handover.begun", "account", h.Account, map[string]any{"from": h.From, "to": h.To, "until": h.Until}); err != nil {
			return err
		}
	}
	if len(all) > 1 {
		return s.Notices.Tell(tx, notice.Notice{User: to, Kind: many, Path: "/handovers", Args: map[string]any{"count": len(all)}})
	}
	return s.Notices.Tell(tx, notice.Notice{User: to, Kind: received, Account: all[0].Account, Path: "/handovers/" + all[0].ID.String()})
}
