package user

import (
	"embed"
	"time"

	"erba/feature/approval"
	"erba/platform/app"
)

//go:embed text
var files embed.FS

// Feature is what user brings to the product. Its tables are the platform's.
var Feature = app.Feature{
	Name:  "user",
	Files: files,
	Start: start,
}

// New is the user service of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service { return NewService(k.DB, k.Users, approval.New(k)) })
}

// roleGrant is the grant of a role that a second person approves. Where fewer
// than two could, it waits a day, in which every director is told and may refuse.
var roleGrant = approval.Kind{Name: grantKind, Propose: "user:write", Bands: approval.By("user:approve"), Days: 7, Fresh: true, Wait: 24 * time.Hour}

func start(k *app.Kit) {
	s := New(k)
	s.Routes(k.Router)
	approval.Add(k, roleGrant, approval.Course[granted]{Apply: s.grant})
}
