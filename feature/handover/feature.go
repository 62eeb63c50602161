package handover

import (
	"embed"

	"erba/platform/app"
)

//go:embed text
var files embed.FS

// Feature is what handover brings to the product.
var Feature = app.Feature{
	Name:  "handover",
	Files: files,
	Start: func(*app.Kit) {},
}
