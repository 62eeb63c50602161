package exporting

import (
	"embed"

	"erba/feature/approval"
	"erba/feature/privacy"
	"erba/platform/app"
)

//go:embed schema text
var files embed.FS

// Feature is what exporting brings to the product: it stands where every list
// leaves.
var Feature = app.Feature{
	Name:  "exporting",
	Files: files,
	Start: start,
}

// New is the exporting service of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service {
		return NewService(k.DB, privacy.New(k), approval.New(k), k.Router.Exports)
	})
}

func start(k *app.Kit) {
	s := New(k)
	s.Routes(k.Router)
	approval.Add(k, asking, approval.Course[Request]{Apply: s.agreed})
	k.Router.Room, k.Router.Taken = s.Room, s.Taken // which registers, too
}
