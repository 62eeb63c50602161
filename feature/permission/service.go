package permission

import (
	"slices"

	"erba/platform/identity"
)

// Service tells the matrix.
type Service struct{ users *identity.Service }

// NewService returns the permission service.
func NewService(users *identity.Service) *Service { return &Service{users} }

// Table is the matrix of the program.
func (s *Service) Table() Table { return TableOf(s.users.Matrix(), s.users.Caps) }

// TableOf is any matrix as a table, with its caps.
func TableOf(m identity.Matrix, caps identity.Caps) (t Table) {
	t.Roles = slices.DeleteFunc(slices.Clone(Roles), func(role string) bool { return m[role] == nil })
	for _, grant := range m.Grants() {
		r := Row{Grant: grant}
		for _, role := range t.Roles {
			if rows := m[role][grant]; rows != 0 {
				r.Cells = append(r.Cells, Cell{role, rows.String()})
			}
		}
		t.Rows = append(t.Rows, r)
	}
	for _, role := range t.Roles {
		if l := (Limit{role, told(caps.Export, role), told(caps.Import, role)}); l.Export != nil || l.Import != nil {
			t.Limits = append(t.Limits, l)
		}
	}
	return t
}

// told is the cap of a role as it is shown, or none.
func told(caps map[string]identity.Cap, role string) *Cap {
	c, ok := caps[role]
	if !ok {
		return nil
	}
	if !c.Limited() {
		return &Cap{}
	}
	return &Cap{c.Rows, int64(c.Within.Hours()), c.Second}
}
