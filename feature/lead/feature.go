package lead

import (
	"embed"

	"erba/platform/app"
)

//go:embed text
var files embed.FS

// Feature is what lead brings to the product.
var Feature = app.Feature{
	Name:  "lead",
	Files: files,
	Start: func(*app.Kit) {},
}
