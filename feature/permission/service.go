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
func (s *Service) Table() Table { return TableOf(s.users.Matrix()) }

// TableOf is any matrix as a table.
func TableOf(m identity.Matrix) (t Table) {
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
	return t
}
