package approval

import (
	"embed"

	"erba/platform/app"
)

//go:embed schema text
var files embed.FS

// Feature is what approval brings to the product.
var Feature = app.Feature{
	Name:  "approval",
	Files: files,
	Start: start,
}

// New is the approval service of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service { return NewService(k.DB, k.Events, k.Users, k.Jobs) })
}

func start(k *app.Kit) {
	s := New(k)
	s.Routes(k.Router)
	s.Work(k.Jobs)
}

// Add declares a kind of another feature; the matrix has to know its grants.
func Add[P any](k *app.Kit, kind Kind, course Course[P]) {
	Declare(New(k), kind, course)
	k.Router.Grants = append(append(k.Router.Grants, kind.Propose), kind.approvers()...)
}
