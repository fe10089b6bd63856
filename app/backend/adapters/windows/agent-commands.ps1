# SPDX-License-Identifier: GPL-3.0-or-later
# Runs one command of the agent's module. Standard input: one JSON document; standard output: JSON lines (result, error). UTF-8 both ways.
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$utf8 = New-Object System.Text.UTF8Encoding($false)
$writer = New-Object System.IO.StreamWriter([Console]::OpenStandardOutput(), $utf8)
$writer.AutoFlush = $true
$current = ''

function Write-Line($fields) { $writer.WriteLine((ConvertTo-Json -Compress -Depth 4 $fields)) }

# The cmdlet as this release of the module has it, with those of the wanted parameters; one that is needed and not there is an error.
function Invoke-AgentCommand([string[]] $names, [hashtable] $needed, [hashtable] $optional) {
    $command = $null
    foreach ($name in $names) { if (-not $command) { $command = Get-Command -Name $name -ErrorAction SilentlyContinue } }
    $script:current = $names[0]
    if (-not $command) { throw 'This release of the agent has no such command.' }
    $script:current = $command.Name
    $parameters = @{}
    foreach ($key in $needed.Keys) {
        if (-not $command.Parameters.ContainsKey($key)) { throw "The command of this release has no parameter $key." }
        $parameters[$key] = $needed[$key]
    }
    foreach ($key in $optional.Keys) { if ($command.Parameters.ContainsKey($key)) { $parameters[$key] = $optional[$key] } }
    & $command @parameters
}

try {
    $reader = New-Object System.IO.StreamReader([Console]::OpenStandardInput(), $utf8)
    $request = $reader.ReadToEnd() | ConvertFrom-Json
    $current = 'Import-Module'
    Import-Module -Name $request.module
    $result = @{ kind = 'result' }
    switch ($request.operation) {
        'domains' {
            $found = @(Invoke-AgentCommand @('Get-AADCloudSyncDomains', 'Get-AADCloudSyncADDomains') @{} @{})
            $result.domains = @($found | ForEach-Object {
                if ($_ -is [string]) { $_ } elseif ($_.DomainName) { [string] $_.DomainName } elseif ($_.Name) { [string] $_.Name } })
            # Which controllers are preferred is told by some releases alone; what is not told is left out.
            $telling = @($found | Where-Object { $_ -isnot [string] -and $_.PSObject.Properties['PreferredDomainControllers'] })
            if ($telling.Count -eq $found.Count) {
                $result.controllers = @($telling | ForEach-Object { $_.PreferredDomainControllers } | ForEach-Object { [string] $_ })
            }
        }
        'takesToken' {
            $command = Get-Command -Name 'Connect-AADCloudSyncAzureAD' -ErrorAction SilentlyContinue
            $result.takesToken = [bool] ($command -and $command.Parameters.ContainsKey('AccessToken'))
        }
        'register' {
            Invoke-AgentCommand @('Connect-AADCloudSyncAzureAD') @{ AccessToken = $request.accessToken } `
                @{ TenantId = $request.tenantId; UserPrincipalName = $request.account } | Out-Null
        }
        'serviceAccount' { Invoke-AgentCommand @('Add-AADCloudSyncGMSA') @{ CustomGMSAName = $request.name } @{} | Out-Null }
        'addDomain' {
            $secure = ConvertTo-SecureString -String $request.password -AsPlainText -Force
            $request.password = $null
            $credential = New-Object System.Management.Automation.PSCredential($request.user, $secure)
            $needed = @{ DomainName = $request.domain; Credential = $credential }
            if (@($request.controllers).Count -gt 0) { $needed.PreferredDomainControllers = [string[]] $request.controllers }
            Invoke-AgentCommand @('Add-AADCloudSyncADDomain') $needed @{} | Out-Null
        }
        'passwordWriteback' {
            Invoke-AgentCommand @('Set-AADCloudSyncPasswordWritebackConfiguration') `
                @{ Enable = [bool] $request.enabled; AccessToken = $request.accessToken } @{} | Out-Null
        }
        default { throw "unknown operation $($request.operation)" }
    }
    Write-Line $result
} catch {
    Write-Line @{ kind = 'error'; command = $current; message = $_.Exception.Message }
}
