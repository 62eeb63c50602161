package plan

import (
	"embed"

	"erba/platform/app"
)

//go:embed text
var files embed.FS

// Feature is what plan brings to the product.
var Feature = app.Feature{
	Name:  "plan",
	Files: files,
	Start: func(*app.Kit) {},
}
