package permission

import (
	"context"

	"erba/platform/web"
)

// Routes puts the matrix on the REST API.
func (s *Service) Routes(r *web.Router) {
	web.Get(r, "/permissions", "permission:read", s.getTable)
}

func (s *Service) getTable(context.Context, *struct{}) (Table, error) { return s.Table(), nil }
