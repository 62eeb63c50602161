package assessment

import (
	"embed"

	"erba/platform/app"
)

//go:embed text
var files embed.FS

// Feature is what assessment brings to the product.
var Feature = app.Feature{
	Name:  "assessment",
	Files: files,
	Start: func(*app.Kit) {},
}
